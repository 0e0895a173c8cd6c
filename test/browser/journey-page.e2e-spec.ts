import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { text, type Json } from '../e2e/public-api.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';
import { signInByKeys, tabTo } from './keyboard.js';

const NAME = 'Ratna Wulandari';

describe('the page of a journey', () => {
  let world: CohortWorld;
  let browser: Browser;
  let cohort: string;
  let journey: string;
  beforeAll(async () => {
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    cohort = await world.opens({ pathway: 'flexible', name: 'PKA halaman perjalanan' });
    [journey = ''] = await world.enrols(cohort, [{ name: NAME }, {}]);
    await world.isPlaced(journey, levels(3, { M1: 2, M3: 1 }), '2026-02-02');
    await world.movesTo('2026-03-10');
    const logged = { kind: 'coaching', competency: 'M1', heldOn: '2026-03-09', note: 'Tujuan disepakati.' };
    const coach = text((await world.as.coach.expect(200, world.as.coach.get('/me')))['personId']);
    await world.sent('lembaga', journey, 'coachAssigned', { coach, group: 'Kelompok 1' });
    await world.sent('coach', journey, 'sessionLogged', { ...logged, evidence: 'Catatan refleksi' });
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = (name: string, size: typeof LAPTOP) =>
    Visitor.arrive(browser, world.address, { name, size });

  /** What is still on its way would count as failed. */
  const goes = async (page: Page, path: string) => {
    await page.waitForLoadState('networkidle');
    await page.goto(path);
  };

  /** A phone shows what is secondary folded. */
  const unfolds = async (page: Page, size: typeof LAPTOP, ...parts: string[]) => {
    if (size !== PHONE) return;
    for (const part of parts) await page.getByRole('heading', { level: 2, name: part }).click();
  };

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])(
    'shows an institute where somebody stands, how he came there and what stood on another day, on %s',
    async (_, size) => {
      const visitor = await arrive('journey', size);
      const { page } = visitor;
      await visitor.signIn('lembaga');
      await goes(page, `/journeys/${journey}`);
      await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
      const here = page.getByRole('region', { name: 'Di mana', exact: true });
      expect(await here.textContent()).toContain('Pembelajaran mandiri');
      const drawn = page.getByRole('region', { name: 'Perjalanan tergambar' });
      await drawn.getByText('Gambar', { exact: true }).click();
      const box = drawn.getByRole('button', {
        name: /^Pembelajaran mandiri, Di sini sekarang, sejak 2 Maret 2026/,
      });
      await box.click();
      await drawn.getByRole('heading', { level: 3, name: 'Pembelajaran mandiri' }).waitFor();
      await drawn.getByText('8 hari sampai hari ini').waitFor();
      const faults = await visitor.look('drawn');

      await unfolds(page, size, 'Kisah', 'Rencana belajar', 'Sesi coaching dan mentoring');
      await page.getByText('Catatan lengkap').click();
      await page.getByLabel('Saring catatan').fill('coach');
      const log = page.getByRole('region', { name: 'Kisah' });
      await log.getByRole('cell', { name: 'Coach ditunjuk', exact: true }).waitFor();
      expect(await log.getByRole('row').count()).toBeLessThan(5);
      await page
        .getByRole('region', { name: 'Sesi coaching dan mentoring' })
        .getByText('Catatan refleksi')
        .waitFor();
      const plan = page.getByRole('region', { name: 'Rencana belajar' });
      await plan.getByText('Dasar dan angkanya').first().click();
      await plan.getByText('Yang akan mengubahnya:').first().waitFor();
      faults.push(...(await visitor.look('opened')));

      await unfolds(page, size, 'Lihat keadaan pada hari lain');
      await page.getByLabel('Hari', { exact: true }).last().fill('2026-02-20');
      await page.getByText('Keadaan per 20 Februari 2026').waitFor();
      await here.getByText('Menunggu pelatihan dimulai').waitFor();
      expect(page.url()).toContain('at=2026-02-20');
      faults.push(...(await visitor.look('past')));
      await page.waitForLoadState('networkidle');
      await page.reload();
      await page.getByText('Keadaan per 20 Februari 2026').waitFor();
      await page.getByRole('button', { name: 'Kembali ke hari ini' }).first().click();
      await page.getByText('Keadaan per 20 Februari 2026').waitFor({ state: 'hidden' });
      expect(faults).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );

  it('lets an institute move a deadline after a look at what follows, and let the journey rest', async () => {
    const visitor = await arrive('journey-dates', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await goes(page, `/journeys/${journey}`);
    const dates = page.getByRole('region', { name: 'Tenggat' });
    await dates.getByRole('button', { name: 'Pindahkan tenggat: Pelatihan berakhir' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tanggal baru').fill('2026-04-30');
    await dialog.getByLabel('Alasan').fill('Ruang kelas dipakai');
    await dialog.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await dialog.getByText('Pelatihan berakhir: 24 April 2026 menjadi 30 April 2026').waitFor();
    const faults = await visitor.look('effects');
    await dialog.getByRole('button', { name: 'Pindahkan', exact: true }).click();
    await page.getByText('Tenggat dipindahkan.').waitFor();
    await dates.getByText('30 April 2026').first().waitFor();
    await dates.getByRole('button', { name: 'Jeda perjalanan' }).click();
    await dialog.getByLabel('Alasan').fill('Cuti sakit');
    await dialog.getByRole('button', { name: 'Jeda perjalanan' }).click();
    await page.getByText('Perjalanan dijeda.').waitFor();
    await dates.getByRole('button', { name: 'Lanjutkan perjalanan' }).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('shows a cohort as a map whose boxes lead to its people', async () => {
    const visitor = await arrive('map', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await goes(page, `/cohorts/${cohort}`);
    await page.getByText('Peta', { exact: true }).click();
    const box = page.getByRole('link', { name: /^Asesmen awal, 1 orang, 1 lewat tenggat/ }).first();
    await box.waitFor();
    expect(page.url()).toContain('view=map');
    const faults = await visitor.look('map');
    await box.click();
    await page.getByRole('heading', { level: 1, name: 'Peserta' }).waitFor();
    expect(page.url()).toContain('state=preAssessment');
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('is one page for the participant, on a phone and by keyboard alone', async () => {
    const own = await world.as.peserta.expect(200, world.as.peserta.get('/journeys'));
    const first = (own['items'] as Json)[0];
    const visitor = await arrive('mine', PHONE);
    const { page } = visitor;
    await signInByKeys(page, 'peserta');
    await page.getByRole('heading', { level: 1, name: 'Perjalanan saya' }).waitFor();
    expect(page.url()).toContain(text(first?.['id']));
    await page.getByRole('list', { name: 'Jalan yang dilalui dan yang di depan' }).waitFor();
    const faults = await visitor.look('list');
    await tabTo(page, /^(Gambar|Daftar)$/);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('group', { name: 'Perjalanan tergambar' }).waitFor();
    await tabTo(page, /Di sini sekarang/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    faults.push(...(await visitor.look('picture')));
    await tabTo(page, /^Lihat keadaan pada hari lain$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Hari$/);
    await page.keyboard.press('ArrowLeft');
    await page.getByText(/^Keadaan per/).waitFor();
    await tabTo(page, /^Kembali ke hari ini$/);
    await page.keyboard.press('Enter');
    await page.getByText(/^Keadaan per/).waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
