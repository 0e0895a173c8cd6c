import type { Browser } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA pindah';

describe("moving a cohort's dates, in a browser", () => {
  let world: CohortWorld;
  let browser: Browser;
  let cohort = '';
  beforeAll(async () => {
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    cohort = await world.opens({ pathway: 'flexible', name: NAME });
    const people = await world.enrols(cohort, [{ name: 'Contoh Ani' }, { name: 'Contoh Budi' }]);
    await world.isPlaced(people[0] ?? '', levels(3, { M2: 1 }), '2026-02-02');
    const { lembaga } = world.as;
    const session = {
      kind: 'course',
      course: 'PKA-2a',
      stage: 'classical',
      date: '2026-04-14',
      start: '08.00',
      end: '10.00',
    };
    await lembaga.expect(201, lembaga.post(`/cohorts/${cohort}/timetable`, session));
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = async (size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name: 'dates', size });
    await visitor.signIn('lembaga');
    await visitor.page.getByRole('link', { name: NAME, exact: true }).click();
    await visitor.page.getByRole('link', { name: 'Pindah tanggal' }).click();
    await visitor.page.getByRole('button', { name: 'Lihat akibatnya' }).waitFor();
    return visitor;
  };

  it('tells a fault at its date, shows first whose deadlines move, and then moves them', async () => {
    const visitor = await arrive(LAPTOP);
    const { page } = visitor;
    const training = page.getByRole('group', { name: 'Masa pelatihan' });
    await training.getByLabel('Sampai').fill('2026-02-20');
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByRole('alert').or(page.locator('[aria-invalid=true]')).first().waitFor();
    expect(await training.getByLabel('Sampai').inputValue()).toBe('2026-02-20');
    // The refusal was meant: the browser notes its number.
    expect(visitor.complaints.splice(0).every((one) => /422/.test(one))).toBe(true);
    const faults = await visitor.look('fault');
    await page.getByRole('button', { name: 'Kembali ke tanggal semula' }).click();
    await page.getByLabel('Geser semuanya (hari)').fill('7');
    await page.getByRole('button', { name: 'Geser', exact: true }).click();
    expect(await training.getByLabel('Dari').inputValue()).toBe('2026-03-09');
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    const report = page.getByRole('region', { name: 'Yang akan terjadi' });
    await report.getByText(/tenggat bergeser pada 2 peserta, 1 sesi ikut bergeser/).waitFor();
    await report
      .getByRole('row', { name: /^Pelatihan dimulai 2 Mar 2026 9 Mar 2026/ })
      .getByText('1 peserta')
      .click();
    await report.getByText('Contoh Ani', { exact: true }).waitFor();
    const move = page.getByRole('button', { name: 'Pindahkan tanggal' });
    expect(await move.isDisabled()).toBe(true);
    faults.push(...(await visitor.look('preview')));
    await page.getByLabel('Alasan pemindahan').fill('Gedung direnovasi.');
    await move.click();
    await page.getByRole('region', { name: 'Tanggal sudah dipindahkan' }).waitFor();
    await page.getByText(/9 Mar 2026 – 1 Mei 2026/).waitFor();
    faults.push(...(await visitor.look('moved')));
    expect((await world.as.lembaga.get(`/cohorts/${cohort}`)).body['endsOn']).toBe('2026-05-01');
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('fits a phone', async () => {
    const visitor = await arrive(PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Geser', exact: true }).click();
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByRole('region', { name: 'Yang akan terjadi' }).waitFor();
    expect(await visitor.look('preview')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
