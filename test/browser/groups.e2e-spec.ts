import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const ON = '2026-01-20';

describe('groups, in a browser', () => {
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

  const opens = async (name: string, more: object) => {
    const cohort = await world.opens({ name, ...more });
    const names = ['Satu', 'Dua', 'Tiga', 'Empat'].map((one) => ({ name: `Contoh Kelompok ${one}` }));
    const weak = ['M1', 'M1', 'M3', 'M3'];
    const journeys = await world.enrols(cohort, names);
    for (const [index, journey] of journeys.entries())
      await world.isAssessed(journey, levels(3, { [weak[index] ?? '']: 1 }), ON);
  };
  const visit = async (name: string, cohort: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name, size });
    await visitor.signIn('lembaga');
    await visitor.page.getByRole('link', { name: cohort }).click();
    await visitor.page.getByRole('link', { name: 'Kelompok', exact: true }).click();
    return visitor;
  };
  const isIn = async (page: Page, person: string, group: string) =>
    page.getByRole('region', { name: group }).getByRole('listitem').filter({ hasText: person }).waitFor();

  it('are proposed, changed by keyboard, mouse and menu with what each change costs, and confirmed', async () => {
    await opens('PKA kelompok', { pathway: 'generic-plus' });
    const visitor = await visit('groups', 'PKA kelompok', LAPTOP);
    const { page } = visitor;
    await page.getByText('Belum ada kelompok yang ditetapkan').waitFor();
    const faults = await visitor.look('none');
    await page.getByRole('button', { name: 'Susun kelompok' }).click();
    await page.getByLabel('Peserta per kelompok').fill('3');
    await page.getByRole('button', { name: 'Usulkan' }).click();
    await isIn(page, 'Contoh Kelompok Satu', 'Kelompok 1');
    await page.getByText('Sama-sama perlu Integritas').waitFor();
    faults.push(...(await visitor.look('proposed')));

    await page.getByRole('button', { name: 'Seret Contoh Kelompok Satu' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Contoh Kelompok Satu di atas Kelompok 1.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.getByText('Contoh Kelompok Satu di atas Kelompok 2.').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await isIn(page, 'Contoh Kelompok Satu', 'Kelompok 2');
    const moves = page.getByRole('log', { name: 'Perubahan dan akibatnya' });
    await moves.getByText('Contoh Kelompok Satu: Kelompok 1 → Kelompok 2').waitFor();
    await moves.getByText(/Perbedaan dalam kedua kelompok bertambah/).waitFor();
    await page.getByRole('button', { name: 'Pindahkan Contoh Kelompok Satu ke' }).click();
    await page.getByRole('menuitem', { name: 'Kelompok 1' }).click();
    await isIn(page, 'Contoh Kelompok Satu', 'Kelompok 1');
    const grip = await page.getByRole('button', { name: 'Seret Contoh Kelompok Dua' }).boundingBox();
    const target = await page.getByRole('region', { name: 'Kelompok 2' }).boundingBox();
    if (!grip || !target) throw new Error('nothing to drag, or nowhere to drag it');
    await page.mouse.move(grip.x + 10, grip.y + 10);
    await page.mouse.down();
    await page.mouse.move(target.x + 60, target.y + 120, { steps: 12 });
    await page.mouse.up();
    await isIn(page, 'Contoh Kelompok Dua', 'Kelompok 2');
    await moves.getByText('Contoh Kelompok Dua: Kelompok 1 → Kelompok 2').waitFor();
    await moves.getByRole('button', { name: 'Kembalikan' }).first().click();
    await isIn(page, 'Contoh Kelompok Dua', 'Kelompok 1');
    await page.waitForLoadState('networkidle');
    faults.push(...(await visitor.look('changed')));

    for (const group of ['Kelompok 1', 'Kelompok 2']) {
      await page.getByRole('combobox', { name: `Coach ${group}` }).click();
      await page.getByRole('option', { name: 'Contoh Coach Lembaga Pelatihan' }).click();
    }
    await page.getByRole('button', { name: 'Tetapkan kelompok' }).click();
    await page.getByRole('button', { name: 'Susun ulang' }).waitFor();
    faults.push(...(await visitor.look('confirmed')));
    const second = page.getByRole('region', { name: 'Kelompok 2' });
    await second.getByRole('button', { name: 'Ganti coach' }).click();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('option', { name: 'Contoh Coach Pengganti' }).click();
    await page.getByLabel('Alasan penggantian').fill('Coach lama bertugas di tempat lain.');
    faults.push(...(await visitor.look('change')));
    await page.getByRole('button', { name: 'Ganti', exact: true }).click();
    await second.getByText('Contoh Coach Pengganti').waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('have mentors, appointed for many at once, and briefings, on a phone', async () => {
    await opens('PKA mentor', { pathway: 'generic-plus' });
    const visitor = await visit('mentors', 'PKA mentor', PHONE);
    const { page } = visitor;
    await page.getByText('Mentor', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Pilih semua yang tampil (4)' }).check();
    await page.getByRole('combobox', { name: 'Mentor' }).click();
    await page.getByRole('option', { name: 'Contoh Mentor' }).click();
    const faults = await visitor.look('mentors');
    await page.getByRole('button', { name: 'Tunjuk mentor' }).click();
    await page.getByRole('switch', { name: 'Hanya yang belum ada mentor' }).click({ force: true });
    await page.getByText('Tidak ada peserta seperti itu.').waitFor();
    await page.getByText('Pembekalan', { exact: true }).click();
    await page.getByText('Belum dibekali untuk 4 peserta').waitFor();
    await page.getByRole('button', { name: 'Catat pembekalan' }).click();
    faults.push(...(await visitor.look('briefing')));
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Sudah dibekali').waitFor();
    faults.push(...(await visitor.look('briefed')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('are classes by cluster where the pathway has them', async () => {
    await opens('PKA kelas', { pathway: 'cluster', clusterBy: 'family' });
    const visitor = await visit('classes', 'PKA kelas', LAPTOP);
    const { page } = visitor;
    await page.getByText('Kelas', { exact: true }).click();
    await page.getByRole('button', { name: 'Susun kelas' }).click();
    await page.getByLabel('Paling sedikit per kelas').fill('1');
    await page.getByRole('button', { name: 'Usulkan' }).click();
    await isIn(page, 'Contoh Kelompok Tiga', 'Kelas 2');
    await isIn(page, 'Contoh Kelompok Empat', 'Kelas 2');
    await page
      .getByText(/Mengelola Orang Lain/)
      .first()
      .waitFor();
    const faults = await visitor.look('proposed');
    await page.getByLabel('Alasan', { exact: true }).fill('Angkatan ini memang kecil.');
    await page.getByRole('button', { name: 'Tetapkan kelas' }).click();
    await page.getByRole('button', { name: 'Susun ulang' }).waitFor();
    faults.push(...(await visitor.look('confirmed')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
