import type { Browser } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { PEOPLE } from '../e2e/sheets.js';
import { LAPTOP, openBrowser, Visitor } from './browser.js';

const ON = '2026-01-20';
const GAPS = levels(3, { M3: 1, M6: 2 });
const REASON = 'Saya sudah pernah mengikuti mata pelatihan ini.';

describe('placements, in a browser', () => {
  let world: CohortWorld;
  let browser: Browser;
  beforeAll(async () => {
    world = await CohortWorld.begin();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  /** Four people with their reports: three with gaps, one without. */
  const opens = async (name: string, more: object) => {
    const cohort = await world.opens({ name, ...more });
    const journeys = await world.enrols(cohort, [
      { nip: PEOPLE.peserta.nip, name: 'Contoh Satu', birthDate: '1981-01-01' },
      { name: 'Contoh Penempatan Dua' },
      { name: 'Contoh Penempatan Tiga' },
      { name: 'Contoh Penempatan Penuh' },
    ]);
    for (const [index, journey] of journeys.entries())
      await world.isAssessed(journey, index === 3 ? levels(3) : GAPS, ON);
    return journeys;
  };
  const visit = async (name: string, cohort: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name, size });
    await visitor.signIn('lembaga');
    await visitor.page.getByRole('link', { name: cohort }).click();
    await visitor.page.getByRole('link', { name: 'Penempatan', exact: true }).click();
    await visitor.page.getByText('Diusulkan · 4').waitFor();
    return visitor;
  };

  it('are confirmed for many at once, straight to the assessment for whoever has no gap, and who is refused is named', async () => {
    const [, , third = ''] = await opens('PKA penempatan', { pathway: 'cluster', clusterBy: 'family' });
    const visitor = await visit('placements', 'PKA penempatan', LAPTOP);
    const { page } = visitor;
    const faults = await visitor.look('proposed');
    await page.getByText('Kelas Mengelola Orang Lain').first().waitFor();
    await page.getByRole('checkbox', { name: 'Pilih Contoh Penempatan Penuh' }).check();
    await page.getByRole('button', { name: 'Langsung ke asesmen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('langsung dinilai oleh lembaga asesmen').waitFor();
    faults.push(...(await visitor.look('direct')));
    await dialog.getByRole('button', { name: 'Langsung ke asesmen' }).click();
    await page.getByText('Diusulkan · 3').waitFor();

    await page.getByRole('checkbox', { name: 'Pilih semua yang tampil (3)' }).check();
    await page.getByText('3 dipilih').waitFor();
    expect(await page.getByRole('button', { name: 'Langsung ke asesmen' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    await dialog.getByLabel('Catatan untuk peserta').fill('Sesuai laporan asesmen.');
    // Somebody is gone by the time the button is pressed.
    await world.sent('lembaga', third, 'withdrawn', { reason: 'Sakit' });
    await dialog.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    const refused = page.getByRole('alert');
    await refused.getByText('1 penempatan tidak dapat ditetapkan').waitFor();
    await refused.getByText('Contoh Penempatan Tiga:').waitFor();
    faults.push(...(await visitor.look('refused')));
    await page.getByText('Ditetapkan · 2').click();
    await page.getByText('Belum ada:').first().waitFor();
    faults.push(...(await visitor.look('confirmed')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('are objected to, and the answer proposes them anew', async () => {
    const [own = ''] = await opens('PKA keberatan', { pathway: 'flexible' });
    await world.sent('lembaga', own, 'placementConfirmed');
    await world.sent('peserta', own, 'placementObjected', { reason: REASON });
    const visitor = await Visitor.arrive(browser, world.address, { name: 'objections', size: LAPTOP });
    await visitor.signIn('lembaga');
    const { page } = visitor;
    await page.getByRole('link', { name: 'PKA keberatan' }).click();
    await page.getByRole('link', { name: 'Penempatan', exact: true }).click();
    await page.getByText('Keberatan · 1').click();
    await page.getByText(REASON).waitFor();
    await page.getByText(/Jawab paling lambat \d+ Februari 2026/).waitFor();
    const faults = await visitor.look('objected');
    await page.getByRole('button', { name: 'Jawab keberatan' }).click();
    await page
      .getByLabel('Alasan kepada peserta')
      .fill('Laporan asesmen menunjukkan kesenjangan pada komunikasi.');
    faults.push(...(await visitor.look('answer')));
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByText('Tidak ada keberatan').waitFor();
    await page.getByText('Diusulkan · 4').click();
    await page.getByRole('link', { name: 'Contoh Satu' }).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
