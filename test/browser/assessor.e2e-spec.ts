import type { Browser, Page } from 'playwright-core';
import { PublicApi, text, type Json } from '../e2e/public-api.js';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { ALL_MET, profilesCsv } from '../e2e/sheets.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('an assessor', () => {
  let server: SandboxServer;
  let browser: Browser;
  let asesor: PublicApi;
  beforeAll(async () => {
    server = await sandboxServer();
    browser = await openBrowser();
    asesor = await PublicApi.signIn(server.address, 'asesor');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const arrive = async (size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: 'assessor', size });
    await visitor.signIn('asesor');
    await visitor.page.getByRole('heading', { level: 1, name: 'Asesmen' }).waitFor();
    return visitor;
  };
  const tasksOf = async (kind: string) => {
    const { items } = await asesor.expect(200, asesor.get(`/tasks?kind=${kind}&limit=50`));
    return items as unknown as Json[];
  };
  const rate = async (page: Page, level: (at: number) => string) => {
    const groups = page.getByRole('radiogroup', { name: /^Level / });
    await groups.nth(7).waitFor();
    for (let at = 0; at < 8; at += 1) await groups.nth(at).getByText(level(at), { exact: true }).click();
  };

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('rates eight competencies by what each level means, and blind, on %s', async (_, size) => {
    const task = (await tasksOf('assessProfile')).at(-1);
    const person = text(task?.['participant']?.['name']);
    const visitor = await arrive(size);
    const { page } = visitor;
    const faults = await visitor.look('queue');
    await page.getByRole('link', { name: /^Menilai profil kompetensi/ }).click();
    await page.getByRole('link', { name: person, exact: true }).click();
    await page.getByText('0 dari 8 kompetensi sudah dinilai').waitFor();
    faults.push(...(await visitor.look('form')));
    await page.getByRole('button', { name: 'Catat profil kompetensi' }).click();
    await page.getByText('Wajib diisi.').waitFor();
    await rate(page, (at) => (at === 3 ? '2' : '3'));
    await page.getByText('8 dari 8 kompetensi sudah dinilai').waitFor();
    // Integrity, level 3, in the words of the catalogue.
    await page.getByText(/^Menjaga kepatuhan unit yang dipimpin/).waitFor();
    faults.push(...(await visitor.look('rated')));
    for (const known of [/kesenjangan/i, /job person match/i, /dari standar/])
      expect(await page.getByText(known).count()).toBe(0);
    await page.getByRole('button', { name: 'Catat profil kompetensi' }).click();
    await page.getByText(`Tersimpan: Menilai profil kompetensi, ${person}`).waitFor();
    const journey = await asesor.expect(200, asesor.get(`/journeys/${text(task?.['journeyId'])}`));
    expect(journey['gaps']?.['competencies']).toEqual(
      expect.arrayContaining([expect.objectContaining({ competency: 'M4', attained: 2 })]),
    );
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('writes a recommendation from a draft of the guidance', async () => {
    const [task] = await tasksOf('writeRecommendation');
    const person = text(task?.['participant']?.['name']);
    const visitor = await arrive(LAPTOP);
    const { page } = visitor;
    await page.getByRole('link', { name: /^Menulis rekomendasi/ }).click();
    await page.getByRole('link', { name: person, exact: true }).click();
    await page.getByRole('button', { name: 'Ambil draf dari panduan KSA' }).click();
    expect(await page.getByLabel('Isi baris 1').inputValue()).toMatch(/^Menuju level \d: /);
    const faults = await visitor.look('recommendation');
    await page.getByRole('button', { name: 'Tulis rekomendasi' }).click();
    await page.getByText(`Tersimpan: Menulis rekomendasi, ${person}`).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('brings in a batch of one cohort from a sheet', async () => {
    const [task] = (await tasksOf('assessProfile')).filter(({ cohortName }) =>
      /PKA Angkatan I /.test(text(cohortName)),
    );
    const before = (await tasksOf('assessProfile')).length;
    const journey = await asesor.expect(200, asesor.get(`/journeys/${text(task?.['journeyId'])}`));
    const nip = text(journey['participant']?.['nip']);
    const visitor = await arrive(LAPTOP);
    const { page } = visitor;
    await page
      .getByRole('region', { name: text(task?.['cohortName']) })
      .getByRole('link', { name: 'Impor hasil dari Excel' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Impor hasil asesmen' }).waitFor();
    const faults = await visitor.look('batch');
    const file = profilesCsv([{ nip, assessedOn: '2026-02-02', levels: ALL_MET }]);
    await page.locator('input[type=file]').setInputFiles({
      name: 'hasil.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await page.getByRole('button', { name: 'Simpan 1 baris' }).waitFor();
    faults.push(...(await visitor.look('batch-checked')));
    await page.getByRole('button', { name: 'Simpan 1 baris' }).click();
    await page.getByText('1 baris tersimpan').first().waitFor();
    faults.push(...(await visitor.look('batch-saved')));
    expect((await tasksOf('assessProfile')).length).toBe(before - 1);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
