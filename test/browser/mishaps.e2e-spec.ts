import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

/** What goes wrong while people work: each says so in words, and nothing that was typed is lost. */
describe('a form that meets with a mishap', () => {
  const REASON = 'Peserta pindah tugas ke luar negeri mulai bulan depan';
  let world: CohortWorld;
  let browser: Browser;
  let cohort: string;
  let journeys: string[];

  beforeAll(async () => {
    world = await CohortWorld.begin();
    browser = await openBrowser();
    cohort = await world.opens({ name: 'PKA halangan (contoh)', pathway: 'flexible' });
    journeys = await world.enrols(cohort, [{}, {}, {}]);
    for (const journey of journeys) await world.isAssessed(journey, levels(2), '2026-02-02');
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = async (as: string, size = LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name: 'mishaps', size });
    await visitor.signIn(as);
    return visitor;
  };
  /** The form that takes somebody out of the training, filled in and not sent. */
  const filledIn = async (page: Page, journey: string) => {
    await page.goto(`/journeys/${journey}`);
    await page.getByRole('button', { name: 'Catat pengunduran diri' }).click();
    const form = page.getByRole('dialog', { name: 'Catat pengunduran diri' });
    await form.getByLabel('Alasan').fill(REASON);
    return form;
  };
  const typed = (form: ReturnType<Page['getByRole']>) => form.getByLabel('Alasan').inputValue();

  it.each([
    ['laptop', LAPTOP],
    ['phone', PHONE],
  ])(
    'says that nothing was sent while the network is away, and goes on when it is back: %s',
    async (_, size) => {
      const visitor = await arrive('lembaga', size);
      const { page } = visitor;
      const form = await filledIn(page, journeys[size === LAPTOP ? 0 : 1] ?? '');
      await page.context().setOffline(true);
      await form.getByRole('button', { name: 'Catat pengunduran diri' }).click();
      await form.getByRole('alert').getByText('belum ada yang terkirim').waitFor();
      expect(await typed(form)).toBe(REASON);
      const faults = await visitor.look('offline');
      await page.context().setOffline(false);
      await form.getByRole('button', { name: 'Catat pengunduran diri' }).click();
      await form.waitFor({ state: 'hidden' });
      await page.getByText('Mengundurkan diri').first().waitFor();
      expect(faults).toEqual([]);
      await visitor.leave();
    },
  );

  it('asks to sign in again over it, and is sent afterwards', async () => {
    const visitor = await arrive('lembaga');
    const { page } = visitor;
    const form = await filledIn(page, journeys[2] ?? '');
    await page.evaluate(() => fetch('/api/v1/sessions/current', { method: 'DELETE' }));
    await form.getByRole('button', { name: 'Catat pengunduran diri' }).click();
    const door = page.getByRole('dialog', { name: 'Sesi Anda berakhir' });
    await door.waitFor();
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('titian-sandbox');
    await door.getByRole('button', { name: 'Masuk' }).click();
    await door.waitFor({ state: 'hidden' });
    expect(await typed(form)).toBe(REASON);

    // Meanwhile a colleague confirms the placement: the screen is stale.
    await world.sent('pimpinan', journeys[2] ?? '', 'placementConfirmed');
    await form.getByRole('button', { name: 'Catat pengunduran diri' }).click();
    await form.getByText('Orang lain lebih cepat').waitFor();
    expect(await typed(form)).toBe(REASON);
    expect(await visitor.look('faster')).toEqual([]);
    await form.getByRole('button', { name: 'Catat pengunduran diri' }).click();
    await form.waitFor({ state: 'hidden' });
    await visitor.leave();
  });

  it('is not there for whom it is not', async () => {
    const visitor = await arrive('lembaga2');
    await visitor.page.goto(`/journeys/${journeys[0] ?? ''}`);
    await visitor.page.getByText('Tidak ditemukan').waitFor();
    expect(await visitor.look('foreign')).toEqual([]);
    await visitor.page.goto(`/cohorts/${cohort}`);
    await visitor.page.getByText('Tidak ditemukan').waitFor();
    await visitor.page.goto('/tidak-ada');
    await visitor.page.getByText('Tidak ditemukan').waitFor();
    await visitor.page.getByRole('link', { name: 'Ke halaman awal' }).click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Angkatan' }).waitFor();
    await visitor.leave();
  });
});
