import type { Browser } from 'playwright-core';
import { CohortWorld } from '../e2e/cohort-world.js';
import { text, type Json } from '../e2e/public-api.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';
import { signInByKeys, tabTo } from './keyboard.js';

describe('a participant', () => {
  let world: CohortWorld;
  let browser: Browser;
  let journey = '';
  beforeAll(async () => {
    world = await CohortWorld.begin();
    browser = await openBrowser();
    const mine = (await world.as.peserta.get('/journeys')).body['items'] as unknown as Json[];
    journey = text(mine[0]?.['id']);
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = (name: string, size: typeof LAPTOP) =>
    Visitor.arrive(browser, world.address, { name: `participant-${name}`, size });
  const added = async () => {
    const { plan } = await world.journey(journey, 'peserta');
    const stages = plan?.['stages'] as unknown as { courses: { added?: boolean }[] }[];
    return stages.flatMap(({ courses }) => courses).filter((course) => course.added).length;
  };

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('adds a course that is not asked of him, by keys alone, on %s', async (_, size) => {
    const before = await added();
    const visitor = await arrive('keys', size);
    const { page } = visitor;
    await signInByKeys(page, 'peserta');
    await page.getByRole('button', { name: 'Tambah mata pelatihan pilihan' }).waitFor();
    const faults = await visitor.look('journey');
    await tabTo(page, /^Tambah mata pelatihan pilihan/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Mata pelatihan').waitFor();
    await tabTo(page, /^Mata pelatihan/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^Tambah mata pelatihan pilihan/);
    await page.keyboard.press('Enter');
    await page.getByText('Tersimpan: Tambah mata pelatihan pilihan').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await added()).toBe(before + 1);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('objects to the placement by keys alone, and what was typed outlives a closed form', async () => {
    const visitor = await arrive('objects', PHONE);
    const { page } = visitor;
    await signInByKeys(page, 'peserta');
    await page.getByRole('button', { name: 'Ajukan keberatan atas penempatan' }).waitFor();
    await tabTo(page, /^Ajukan keberatan/);
    await page.keyboard.press('Enter');
    const reason = page.getByRole('dialog').getByLabel('Alasan');
    await reason.waitFor();
    await tabTo(page, /^Alasan/);
    await page.keyboard.type('Saya sudah mengikuti pelatihan ini');
    await page.keyboard.press('Escape');
    await reason.waitFor({ state: 'hidden' });
    await tabTo(page, /^Ajukan keberatan/);
    await page.keyboard.press('Enter');
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('Saya sudah mengikuti pelatihan ini');
    await tabTo(page, /^Ajukan keberatan/);
    await page.keyboard.press('Enter');
    await page.getByText('Tersimpan: Ajukan keberatan atas penempatan').waitFor();
    expect(await world.stateOf(journey)).toEqual(['placement.objected']);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('confirms a session that his mentor logged', async () => {
    await world.sent('lembaga', journey, 'placementRevised', { changes: [], reason: 'Tetap sesuai laporan' });
    await world.sent('lembaga', journey, 'placementConfirmed');
    await world.movesTo('2026-03-04');
    await world.sent('mentor', journey, 'sessionLogged', {
      ...{ kind: 'mentoring', competency: 'M2', heldOn: '2026-03-03', note: 'Rapat pertama' },
    });
    const visitor = await arrive('confirms', PHONE);
    const { page } = visitor;
    await visitor.signIn('peserta');
    await page.getByRole('button', { name: 'Konfirmasi sesi' }).click();
    await page.getByRole('dialog').getByLabel('Sesi').selectOption({ index: 1 });
    await page.getByRole('dialog').getByRole('button', { name: 'Konfirmasi sesi' }).click();
    await page.getByText('Tersimpan: Konfirmasi sesi').waitFor();
    const { items } = await world.as.peserta.expect(
      200,
      world.as.peserta.get(`/journeys/${journey}/sessions`),
    );
    expect(items).toMatchObject([{ session: 1, confirmedAt: expect.any(String) as string }]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
