import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { CohortWorld, levels, profileOf } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA sertifikat';

describe('certificates, in a browser', () => {
  let world: CohortWorld;
  let browser: Browser;
  let serial = '';
  beforeAll(async () => {
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    const cohort = await world.opens({ pathway: 'flexible', name: NAME, assessmentOption: 'integrated' });
    const people = await world.enrols(cohort, [{ name: 'Contoh Ani' }, { name: 'Contoh Budi' }]);
    for (const journey of people) await world.isPlaced(journey, levels(3, { M2: 1 }), '2026-02-02');
    await world.movesTo('2026-04-25');
    for (const journey of people) {
      await world.isScored(journey);
      const profile = profileOf(levels(3), '2026-04-20');
      await world.sent('lembaga', journey, 'graduationDecided', { decision: 'passed', note: '', profile });
      await world.isConfirmed(journey);
    }
    for (let tries = 0; tries < 100 && serial === ''; tries += 1) {
      const all = await world.certificatesOf(people[0] ?? '');
      serial = all.find(({ kind }) => kind === 'competency')?.serial ?? '';
    }
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const stranger = async (name: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name, size });
    // The door is there as a whole before it is left again, or what it still asks for is broken off.
    await visitor.page.waitForLoadState('networkidle');
    return visitor;
  };

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('are checked by a stranger who types the serial, on %s', async (_, size) => {
    const visitor = await stranger('stranger', size);
    const { page } = visitor;
    await page.goto('/verify');
    const faults = await visitor.look('verify');
    await page.getByLabel('Nomor sertifikat').fill(` ${serial.toLowerCase()} `);
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByRole('heading', { name: 'Sah dan berlaku' }).waitFor();
    await page.getByText('Contoh Ani').waitFor();
    faults.push(...(await visitor.look('valid')));
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Genuine and valid' }).waitFor();
    faults.push(...(await visitor.look('valid-english')));
    expect(visitor.complaints).toEqual([]);
    await page.getByLabel('Serial of the certificate').fill('SKM-LP01-2026-99999-AA');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'Unknown' }).waitFor();
    faults.push(...(await visitor.look('unknown')));
    // The answer to a program is 404, and the browser says so.
    expect(visitor.complaints.splice(0).every((one) => /404/.test(one))).toBe(true);
    expect(faults).toEqual([]);
    await visitor.leave();
  });

  it('are found, handed on and revoked by the institute, and the verify page says so', async () => {
    const visitor = await stranger('lembaga', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('link', { name: 'Sertifikat', exact: true }).click();
    await page.getByRole('table', { name: 'Sertifikat angkatan' }).waitFor();
    const faults = await visitor.look('certificates');
    await page.getByLabel('Nama, NIP, atau nomor').fill('Ani');
    await page.getByRole('combobox', { name: 'Jenis' }).click();
    await page.getByRole('option', { name: 'Sertifikat Kompetensi Manajerial' }).click();
    await page.getByText(/^1 dari \d+ sertifikat$/).waitFor();
    await page.getByRole('button', { name: `Salin alamat verifikasi ${serial}` }).click();
    await page.getByRole('button', { name: `Cabut ${serial}` }).click();
    await page.getByRole('textbox', { name: 'Alasan pencabutan' }).fill('Nama keliru.');
    faults.push(...(await visitor.look('revoke')));
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('table').getByText('Dicabut', { exact: true }).waitFor();
    faults.push(...(await visitor.look('revoked')));
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: `Buka halaman verifikasi ${serial}` }).click();
    const verify = await opened;
    await verify.getByRole('heading', { name: 'Dicabut' }).waitFor();
    expect(await verify.getByText('Nama keliru.').count()).toBe(0);
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
    const phone = await stranger('revoked', PHONE);
    await phone.page.goto(`/verify/${serial}`);
    expect(await phone.look('verify')).toEqual([]);
    await phone.leave();
  });

  it('show an agency its own people only, and nobody else any', async () => {
    const cohorts = await world.as.lembaga.expect(200, world.as.lembaga.get('/cohorts'));
    const all = cohorts['items'] as unknown as { id: string; name: string }[];
    const id = all.find(({ name }) => name === NAME)?.id ?? '';
    const agency = await world.as.instansi.expect(200, world.as.instansi.get(`/cohorts/${id}/certificates`));
    expect(agency['mayRevoke']).toBe(false);
    expect((agency['items'] as unknown as object[]).length).toBeGreaterThan(0);
    for (const who of ['lembaga2', 'peserta'] as const)
      expect((await world.as[who].get(`/cohorts/${id}/certificates`)).status).toBe(404);
  });

  it('end with their validity', async () => {
    const database = new Client({ connectionString: world.connectionString });
    await database.connect();
    // As it stands when its years are over: the clock would take minutes to get there.
    await database.query(
      `update certificate set valid_until = '2026-04-24' where kind = 'competency' and serial <> $1`,
      [serial],
    );
    const { rows } = await database.query<{ serial: string }>(
      `select serial from certificate where valid_until = '2026-04-24' limit 1`,
    );
    await database.end();
    const visitor = await stranger('expired', LAPTOP);
    await visitor.page.goto(`/verify/${rows[0]?.serial ?? ''}`);
    await visitor.page.getByRole('heading', { name: 'Sudah berakhir' }).waitFor();
    expect(await visitor.look('verify')).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
