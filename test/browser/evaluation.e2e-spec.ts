import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA evaluasi';

describe('the evaluation of a cohort, in a browser', () => {
  let world: CohortWorld;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    const cohort = await world.opens({ pathway: 'flexible', name: NAME });
    const people = await world.enrols(cohort, [
      { name: 'Contoh Ani' },
      { name: 'Contoh Budi' },
      { name: 'Contoh Citra' },
    ]);
    for (const journey of people) await world.isPlaced(journey, levels(3, { M2: 1 }), '2026-02-02');
    await world.movesTo('2026-04-25');
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = async (name: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name, size });
    await visitor.signIn(name);
    return visitor;
  };

  const toEvaluation = async (page: Page, size: typeof LAPTOP) => {
    if (size === PHONE) await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Angkatan', exact: true }).click();
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('link', { name: 'Evaluasi', exact: true }).click();
    await page.getByRole('table', { name: 'Nilai peserta' }).waitFor();
  };
  const cell = (page: Page, name: string, component: string) =>
    page.getByRole('textbox', { name: `${name}: ${component}` });
  const answered = (page: Page) =>
    page.waitForResponse((response) => response.url().endsWith('/evaluation') && response.ok());

  it('lets an examiner type it like a sheet, tells a fault at its cell, and keeps what could not be sent', async () => {
    const visitor = await arrive('penguji', LAPTOP);
    const { page } = visitor;
    await toEvaluation(page, LAPTOP);
    const faults = await visitor.look('awaited');
    // The first column downwards with Enter, as in a sheet.
    await cell(page, 'Contoh Ani', 'akademik').click();
    for (const score of ['82,5', '60', '90']) {
      const saved = answered(page);
      await page.keyboard.type(score);
      await page.keyboard.press('Enter');
      if (score === '90') await page.keyboard.press('Tab');
      await saved;
    }
    await cell(page, 'Contoh Ani', 'pembelajaran lapangan').fill('101');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Isi angka 0–100').waitFor();
    faults.push(...(await visitor.look('fault')));
    expect(await cell(page, 'Contoh Ani', 'pembelajaran lapangan').inputValue()).toBe('101');
    await page.context().setOffline(true);
    await cell(page, 'Contoh Ani', 'pembelajaran lapangan').fill('80');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Belum terkirim; tekan Enter setelah tersambung').waitFor();
    await page.context().setOffline(false);
    const lost = visitor.complaints.splice(0);
    expect(lost.every((one) => /events failed|ERR_INTERNET_DISCONNECTED|evaluation failed/.test(one))).toBe(
      true,
    );
    expect(await cell(page, 'Contoh Ani', 'pembelajaran lapangan').inputValue()).toBe('80');
    await cell(page, 'Contoh Ani', 'pembelajaran lapangan').click();
    await page.keyboard.press('Enter');
    await page.getByText('Belum terkirim').waitFor({ state: 'hidden' });
    await paste(page, cell(page, 'Contoh Budi', 'pembelajaran lapangan'), '65\t60\t62\n88\t91\t90');
    await cell(page, 'Contoh Ani', 'aktualisasi kepemimpinan').fill('85');
    await page.keyboard.press('Tab');
    await page.keyboard.type('88');
    await page.keyboard.press('Tab');
    await page.getByText('3 menunggu keputusan').waitFor();
    faults.push(...(await visitor.look('scored')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('shows the institute what the rule suggests with its numbers, and takes its decisions', async () => {
    const visitor = await arrive('lembaga', LAPTOP);
    const { page } = visitor;
    await toEvaluation(page, LAPTOP);
    expect(await page.getByRole('textbox', { name: 'Contoh Ani: akademik' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Keputusan · 3' }).click();
    await page.getByText('20% × 82,5 + 10% × 80 + 50% × 85 + 20% × 88').waitFor();
    await page.getByText('Nilai akhir 84,6 mencapai batas lulus 70,01.').waitFor();
    const faults = await visitor.look('decisions');
    await page.getByRole('button', { name: 'Pilih yang diusulkan lulus' }).click();
    await page.getByRole('button', { name: 'Luluskan (2)' }).click();
    faults.push(...(await visitor.look('ask-pass')));
    await page.getByRole('dialog').getByRole('button', { name: 'Luluskan' }).click();
    await page.getByText('2 peserta diluluskan').waitFor();
    await page.getByRole('checkbox', { name: 'Pilih Contoh Budi' }).click();
    await page.getByRole('button', { name: 'Tangguhkan (1)' }).click();
    const defer = page.getByRole('dialog').getByRole('button', { name: 'Tangguhkan' });
    expect(await defer.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Catatan keputusan' }).fill('Akademik perlu diperbaiki.');
    await defer.click();
    await page.getByRole('tab', { name: 'Remedial · 1' }).click();
    await page.getByLabel('Nilai baru: akademik').fill('75');
    await page.getByLabel('Nilai baru: pembelajaran lapangan').fill('78');
    faults.push(...(await visitor.look('remedials')));
    await page.getByRole('button', { name: 'Tutup remedial' }).click();
    await page.getByText('Tidak ada yang remedial').waitFor();
    await page.getByText('2 lulus · 1 menunggu keputusan').waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('fits a phone', async () => {
    const visitor = await arrive('penguji', PHONE);
    await toEvaluation(visitor.page, PHONE);
    expect(await visitor.look('scores')).toEqual([]);
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('is for those who score and decide', async () => {
    const cohorts = await world.as.lembaga.expect(200, world.as.lembaga.get('/cohorts'));
    const [{ id } = { id: '' }] = (cohorts['items'] as unknown as { id: string; name: string }[]).filter(
      ({ name }) => name === NAME,
    );
    for (const who of ['coach', 'lembaga2', 'asesor'] as const)
      expect([403, 404]).toContain((await world.as[who].get(`/cohorts/${id}/evaluation`)).status);
  });
});

async function paste(page: Page, into: ReturnType<Page['getByRole']>, text: string): Promise<void> {
  await into.focus();
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}
