import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels, profileOf } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA hasil';

describe('the verdicts of a cohort, in a browser', () => {
  let world: CohortWorld;
  let browser: Browser;
  let [dewi, eko] = ['', ''];
  beforeAll(async () => {
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    const cohort = await world.opens({ pathway: 'flexible', name: NAME, assessmentOption: 'integrated' });
    const names = ['Contoh Ani', 'Contoh Budi', 'Contoh Citra', 'Contoh Dewi', 'Contoh Eko'];
    const people = await world.enrols(
      cohort,
      names.map((name) => ({ name })),
    );
    [dewi, eko] = [people[3] ?? '', people[4] ?? ''];
    for (const journey of people) await world.isPlaced(journey, levels(3, { M2: 1 }), '2026-02-02');
    await world.movesTo('2026-04-25');
    for (const [index, journey] of people.entries()) {
      await world.isScored(journey);
      // The last one is decided on in the browser.
      if (index === 4) continue;
      const of = index === 1 ? levels(3, { M2: 2 }) : levels(3);
      const profile = profileOf(of, '2026-04-20');
      await world.sent('lembaga', journey, 'graduationDecided', { decision: 'passed', note: '', profile });
      // The fourth still waits for the centre.
      if (index < 3)
        await world.sent('asesor', journey, 'recommendationWritten', { items: ['Penugasan lintas unit'] });
    }
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = async (name: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name, size });
    await visitor.signIn(name);
    await visitor.page.getByRole('link', { name: NAME, exact: true }).click();
    await visitor.page.getByRole('link', { name: 'Hasil', exact: true }).click();
    await visitor.page.getByRole('heading', { name: 'Siap ditetapkan: 3' }).waitFor();
    return visitor;
  };
  const card = (page: Page, name: string) => page.getByRole('article', { name });

  it('begin with a decision that brings the consensus profile of the integrated assessment', async () => {
    const visitor = await Visitor.arrive(browser, world.address, { name: 'consensus', size: LAPTOP });
    await visitor.signIn('lembaga');
    const { page } = visitor;
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('link', { name: 'Evaluasi', exact: true }).click();
    await page.getByRole('tab', { name: 'Keputusan · 1' }).click();
    await page.getByText(/Asesmen angkatan ini terintegrasi/).waitFor();
    const faults = await visitor.look('integrated');
    await page.getByRole('link', { name: 'Isi profil kesepakatan di halaman peserta' }).click();
    await page.getByRole('heading', { level: 1, name: 'Contoh Eko' }).waitFor();
    await page.getByRole('button', { name: 'Putuskan kelulusan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Lulus', exact: true }).click();
    await dialog.getByLabel('Pertimbangan').fill('Disepakati dalam rapat penilai.');
    await dialog.getByText('0 dari 8 kompetensi sudah dinilai').waitFor();
    for (const level of await dialog.getByRole('radiogroup', { name: /^Level / }).all())
      await level.getByText('3', { exact: true }).click();
    await dialog.getByText('8 dari 8 kompetensi sudah dinilai').waitFor();
    faults.push(...(await visitor.look('profile')));
    await dialog.getByRole('button', { name: 'Putuskan kelulusan' }).click();
    await page.getByText('Tersimpan: Putuskan kelulusan').waitFor();
    expect(await world.stateOf(eko)).toEqual(['verdict.proposed']);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('say to whoever decided that somebody else must confirm, on a laptop and on a phone', async () => {
    for (const size of [LAPTOP, PHONE]) {
      const visitor = await arrive('lembaga', size);
      const { page } = visitor;
      const ani = card(page, 'Contoh Ani');
      await ani.getByText('Harus ditetapkan pejabat lain').waitFor();
      expect(await page.getByRole('button', { name: 'Tetapkan' }).count()).toBe(0);
      expect(await visitor.look('others')).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    }
  });

  it('are told with rule, numbers and what would turn them, and confirmed or returned by another', async () => {
    const visitor = await arrive('pimpinan', LAPTOP);
    const { page } = visitor;
    const budi = card(page, 'Contoh Budi');
    await budi.getByText(/capaian 2, standar 3/).waitFor();
    await budi.getByText('Belum memenuhi standar').waitFor();
    await budi.getByText('Penugasan lintas unit').waitFor();
    await card(page, 'Contoh Dewi').getByText('Belum ditulis.').waitFor();
    await page.getByText('Aturan yang dipakai').click();
    await page.getByText(/Memenuhi standar bila/).waitFor();
    const faults = await visitor.look('ready');
    await budi.getByRole('button', { name: 'Kembalikan' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Kembalikan' }).isDisabled()).toBe(true);
    await dialog
      .getByRole('textbox', { name: 'Alasan pengembalian' })
      .fill('Bukti Kerja Sama belum lengkap.');
    faults.push(...(await visitor.look('return')));
    await dialog.getByRole('button', { name: 'Kembalikan' }).click();
    await page.getByRole('heading', { name: 'Dikembalikan: 1' }).waitFor();
    await page.getByRole('checkbox', { name: 'Pilih semua (2)' }).click();
    await page.getByRole('button', { name: 'Tetapkan yang dipilih (2)' }).click();
    await dialog.getByRole('button', { name: 'Tetapkan' }).click();
    await page.getByRole('heading', { name: 'Siap ditetapkan: 0' }).waitFor();
    faults.push(...(await visitor.look('done')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('name whoever goes by settings that are not at hand, and show everybody else', async () => {
    const database = new pg.Client({ connectionString: world.connectionString });
    await database.connect();
    await database.query(
      `update instance set snapshot = jsonb_set(snapshot, '{machine,context,versions,policy}', '"2031.9"')
       where id = $1`,
      [dewi],
    );
    await database.end();
    const visitor = await Visitor.arrive(browser, world.address, { name: 'lembaga', size: PHONE });
    await visitor.signIn('lembaga');
    const { page } = visitor;
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('link', { name: 'Hasil', exact: true }).click();
    await page.getByRole('heading', { name: 'Dikembalikan: 1' }).waitFor();
    const note = page.getByRole('alert', { name: '1 peserta tidak dapat ditampilkan lengkap' });
    await note.getByRole('link', { name: 'Contoh Dewi' }).waitFor();
    await note.getByText(/tidak dikenal sistem ini: kebijakan versi 2031\.9/).waitFor();
    expect(await visitor.look('unreadable')).toEqual([]);
    await page.getByRole('link', { name: 'Evaluasi', exact: true }).click();
    await note.getByRole('link', { name: 'Contoh Dewi' }).waitFor();
    await page.getByText('4 lulus').waitFor();
    expect(visitor.complaints).toEqual([]);
    const own = await world.as.lembaga.get(`/journeys/${dewi}`);
    expect([own.status, own.body['code']]).toEqual([503, 'settings.version_unknown']);
    await visitor.leave();
  });

  it('are for those who confirm', async () => {
    const cohorts = await world.as.lembaga.expect(200, world.as.lembaga.get('/cohorts'));
    const all = cohorts['items'] as unknown as { id: string; name: string }[];
    const id = all.find(({ name }) => name === NAME)?.id ?? '';
    for (const who of ['coach', 'penguji', 'lembaga2', 'asesor', 'instansi'] as const)
      expect([403, 404]).toContain((await world.as[who].get(`/cohorts/${id}/verdicts`)).status);
  });
});
