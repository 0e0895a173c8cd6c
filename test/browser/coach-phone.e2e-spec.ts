import type { Browser } from 'playwright-core';
import { PublicApi, text, type Json } from '../e2e/public-api.js';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';
import { signInByKeys, tabTo } from './keyboard.js';

describe('a coach', () => {
  let server: SandboxServer;
  let browser: Browser;
  let coach: PublicApi;
  beforeAll(async () => {
    server = await sandboxServer();
    browser = await openBrowser();
    coach = await PublicApi.signIn(server.address, 'coach');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const arrive = (name: string, size: typeof LAPTOP) =>
    Visitor.arrive(browser, server.address, { name, size });
  const sessionsOf = async (journey: string) =>
    (await coach.expect(200, coach.get(`/journeys/${journey}/sessions`)))['items'] as unknown as Json[];
  /** Whose session is due first; each walk takes the next one. */
  const nextDue = async () => {
    const { items } = await coach.expect(200, coach.get('/tasks?kind=coachSession&limit=1'));
    const task = (items as unknown as Json[])[0];
    return { journey: text(task?.['journeyId']), person: text(task?.['participant']?.['name']) };
  };

  it('logs a session in a few taps on a phone, with what was worked on', async () => {
    const { journey, person } = await nextDue();
    const visitor = await arrive('coach', PHONE);
    const { page } = visitor;
    await visitor.signIn('coach');
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    const faults = await visitor.look('queue');
    await page.getByRole('link', { name: `${person} Melakukan sesi coaching` }).click();
    await page.getByRole('button', { name: 'Simpan sesi' }).waitFor();
    faults.push(...(await visitor.look('session')));
    await page
      .getByRole('radio', { name: /dari standar/ })
      .first()
      .click();
    await page.getByText('Pengetahuan 0 dari').click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Simpan sesi' }).click();
    await page.getByText('Wajib diisi.').waitFor();
    faults.push(...(await visitor.look('session-not-yet')));
    await page.getByRole('textbox', { name: 'Catatan sesi' }).fill('Berlatih memimpin rapat');
    await page.getByRole('button', { name: 'Simpan sesi' }).click();
    await page.getByText(`Sesi dengan ${person} tercatat`).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    expect(await sessionsOf(journey)).toMatchObject([
      {
        kind: 'coaching',
        heldOn: '2026-02-02',
        note: 'Berlatih memimpin rapat',
        ksaItems: [expect.any(String)],
      },
    ]);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it.each([
    ['a phone', PHONE],
    ['a laptop', LAPTOP],
  ])('logs one without touching a mouse, on %s', async (_, size) => {
    const { journey, person } = await nextDue();
    const visitor = await arrive('coach-keys', size);
    const { page } = visitor;
    await signInByKeys(page, 'coach');
    await page.getByText(person).first().waitFor();
    await tabTo(page, new RegExp(`^${person}.*sesi coaching`));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Simpan sesi' }).waitFor();
    await tabTo(page, /dari standar/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Catatan sesi/);
    await page.keyboard.type('Umpan balik atas presentasi');
    const faults = await visitor.look('session');
    await tabTo(page, /^Simpan sesi/);
    await page.keyboard.press('Enter');
    await page.getByText(`Sesi dengan ${person} tercatat`).waitFor();
    expect(await sessionsOf(journey)).toMatchObject([{ note: 'Umpan balik atas presentasi' }]);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('finds what is not due soon folded on a phone, with how much it is, and opens it by a key', async () => {
    const visitor = await arrive('coach-folded', PHONE);
    const { page } = visitor;
    await visitor.signIn('coach');
    const folded = page.getByRole('region', { name: 'Tanpa batas waktu' });
    const said = (await folded.getByText(/^\d+ tugas$/).textContent()) ?? '';
    expect(await folded.getByRole('link').count()).toBe(0);
    await tabTo(page, /^Tanpa batas waktu/);
    await page.keyboard.press('Enter');
    await folded.getByRole('link').first().waitFor();
    expect(`${String(await folded.getByRole('link').count())} tugas`).toBe(said);
    const faults = await visitor.look('open');
    // Whoever comes back finds it as he left it.
    await folded.getByRole('link').first().click();
    await page.getByRole('link', { name: 'Semua tugas' }).click();
    await folded.getByRole('link').first().waitFor();
    // Whoever looks for somebody sees all that was found.
    await page.getByText('Cari tugas').click();
    await page.getByLabel('Nama peserta').fill('a');
    await page.waitForURL(/q=a/);
    await page.getByRole('heading', { level: 2, name: 'Tanpa batas waktu' }).waitFor();
    expect(await page.getByText(said, { exact: true }).count()).toBe(0);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('keeps what is typed, and sends it once as soon as there is a network again', async () => {
    const { journey, person } = await nextDue();
    const visitor = await arrive('coach-offline', PHONE);
    const { page } = visitor;
    await visitor.signIn('coach');
    await page.getByRole('link', { name: `${person} Melakukan sesi coaching` }).click();
    await page
      .getByRole('radio', { name: /dari standar/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Catatan sesi' }).fill('Di kebun, tanpa sinyal');
    await page.waitForLoadState('networkidle');
    // The page is lost and comes back: what was typed is there.
    await page.reload();
    await page.getByRole('button', { name: 'Simpan sesi' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Catatan sesi' }).inputValue()).toBe(
      'Di kebun, tanpa sinyal',
    );
    await page.getByRole('link', { name: 'Semua tugas' }).click();
    await page.getByRole('link', { name: `${person} Melakukan sesi coaching` }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(visitor.complaints).toEqual([]);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.headers()['idempotency-key'] ?? '');
    });
    await page.context().setOffline(true);
    await page.getByRole('link', { name: `${person} Melakukan sesi coaching` }).click();
    await page.getByRole('button', { name: 'Simpan sesi' }).click();
    const waiting = page.getByRole('region', { name: 'Sesi yang belum terkirim' });
    await waiting.getByText(person).waitFor();
    await waiting.getByText('Akan dikirim saat tersambung.').waitFor();
    await page.screenshot({ path: 'reports/screens/coach-offline-390-waiting.png', fullPage: true });
    expect(await sessionsOf(journey)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText(`Sesi dengan ${person} tercatat`).waitFor();
    await waiting.waitFor({ state: 'hidden' });
    expect(await sessionsOf(journey)).toMatchObject([{ note: 'Di kebun, tanpa sinyal', voided: null }]);
    expect(new Set(sent).size).toBe(1);
    await visitor.leave();
  });

  it('finds a refused session again with its reason, to be put right or thrown away', async () => {
    const { person } = await nextDue();
    const visitor = await arrive('coach-refused', PHONE);
    const { page } = visitor;
    await visitor.signIn('coach');
    await page.getByRole('link', { name: `${person} Melakukan sesi coaching` }).click();
    await page
      .getByRole('radio', { name: /dari standar/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Catatan sesi' }).fill('Sesi lama');
    // Before the training began; seen only by whoever knows the journey.
    await page.getByLabel('Tanggal pelaksanaan').fill('2020-01-01');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Simpan sesi' }).click();
    const kept = page.getByRole('region', { name: 'Sesi yang belum terkirim' });
    await kept.getByText('Akan dikirim saat tersambung.').waitFor();
    await page.context().setOffline(false);
    await kept.getByRole('alert').waitFor();
    const faults = await visitor.look('kept');
    await kept.getByRole('button', { name: 'Perbaiki' }).click();
    await page.getByRole('textbox', { name: 'Catatan sesi' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Catatan sesi' }).inputValue()).toBe('Sesi lama');
    await page.getByLabel('Tanggal pelaksanaan').fill('2026-02-02');
    await page.getByRole('button', { name: 'Simpan sesi' }).click();
    await page.getByText(`Sesi dengan ${person} tercatat`).waitFor();
    expect(faults).toEqual([]);
    await visitor.leave();
  });
});
