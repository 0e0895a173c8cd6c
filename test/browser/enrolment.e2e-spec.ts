import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { CohortWorld } from '../e2e/cohort-world.js';
import { PEOPLE, rosterCsv } from '../e2e/sheets.js';
import { dirtyRoster, firstSheet } from '../e2e/workbooks.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const GOOD = rosterCsv([PEOPLE.fresh, PEOPLE.retest]);
const WRONG_COLUMN = GOOD.replace('Tanggal Lahir', 'Hobi');
const ROSTER = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** Several hundred people, each with a NIP of his own. */
function crowd(count: number): string {
  const people = Array.from({ length: count }, (_, index) => {
    const serial = String(index + 100);
    return { nip: `19850101201001${index % 2 === 0 ? '1' : '2'}${serial}`, name: `Contoh Banyak ${serial}` };
  });
  return rosterCsv(
    people.map((one, index) => ({ ...one, birthDate: '1985-01-01', sex: index % 2 === 0 ? 'L' : 'P' })),
  );
}

describe('enrolment, in a browser', () => {
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

  const open = async (name: string, cohort: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name, size });
    await visitor.signIn('lembaga');
    await visitor.page.getByRole('link', { name: cohort }).click();
    await visitor.page.getByRole('link', { name: 'Pendaftaran' }).click();
    await visitor.page.getByRole('heading', { name: 'Riwayat unggahan' }).waitFor();
    return visitor;
  };
  const choose = (page: Page, file: ReturnType<typeof ROSTER>) =>
    page.locator('input[type=file]').setInputFiles(file);
  const rowsOf = async (download: Download) =>
    (await firstSheet(new Uint8Array(await readFile(await download.path())))).rowCount;

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('leads from a new cohort and a file to people in it, and back again, on %s', async (_, size) => {
    const name = `PKA daftar ${String(size.width)}`;
    const visitor = await Visitor.arrive(browser, world.address, { name: 'enrolment', size });
    await visitor.signIn('lembaga');
    const { page } = visitor;
    const faults = await visitor.look('cohorts');
    await page.getByRole('link', { name: 'Buka angkatan' }).click();
    await page.getByRole('button', { name: 'Buka dan daftarkan peserta' }).click();
    await page.getByText('Wajib diisi.').first().waitFor();
    faults.push(...(await visitor.look('missing')));
    await page.getByRole('textbox', { name: /^Nama angkatan/ }).fill(name);
    await page.getByRole('combobox', { name: 'Program' }).click();
    await page.getByRole('option', { name: /PKA/ }).click();
    await page.getByLabel(/^Mulai/).fill('2026-03-02');
    await page.getByLabel(/^Selesai/).fill('2026-06-26');
    expect(await page.getByLabel('Klasikal: mulai').inputValue()).toBe('2026-05-18');
    faults.push(...(await visitor.look('open')));
    await page.getByRole('button', { name: 'Buka dan daftarkan peserta' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('heading', { name: 'Riwayat unggahan' }).waitFor();
    faults.push(...(await visitor.look('empty')));
    await choose(page, ROSTER('peserta kotor.xlsx', await dirtyRoster()));
    await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
    await page.getByRole('button', { name: 'Ditolak · 8', pressed: true }).waitFor();
    faults.push(...(await visitor.look('rejected')));
    const [asSheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh baris yang ditolak' }).click(),
    ]);
    expect(await rowsOf(asSheet)).toBe(9);
    await page.getByRole('button', { name: 'Semua baris · 14' }).click();
    await page.getByRole('cell', { name: /Contoh Kotor Satu/ }).waitFor();
    faults.push(...(await visitor.look('checked')));

    await page.getByRole('button', { name: 'Simpan 6 baris' }).click();
    await page.getByText('6 baris tersimpan.').waitFor();
    faults.push(...(await visitor.look('saved')));
    await page.getByRole('link', { name: 'Lihat papan angkatan' }).click();
    await page.getByText('6 peserta').waitFor();

    await page.getByRole('link', { name: 'Pendaftaran' }).click();
    await page.getByRole('link', { name: 'peserta kotor.xlsx' }).click();
    await page.getByRole('button', { name: 'Batalkan unggahan' }).click();
    await page.getByText('6 peserta keluar dari angkatan ini.').waitFor();
    faults.push(...(await visitor.look('undo')));
    await page.getByLabel('Alasan pembatalan').fill('Daftar yang keliru');
    await page.getByRole('button', { name: 'Ya, batalkan unggahan' }).click();
    await page.getByText('Alasan: Daftar yang keliru').waitFor();
    await page.getByRole('link', { name: 'Papan', exact: true }).click();
    await page.getByText('Belum ada peserta di angkatan ini').waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('says of a wrong file what is wrong with it, and takes the next one', async () => {
    await world.opens({ pathway: 'flexible', name: 'PKA berkas salah' });
    const visitor = await open('wrong-file', 'PKA berkas salah', LAPTOP);
    const { page } = visitor;
    const alert = page.getByRole('alert');
    await choose(page, ROSTER('peserta.xlsx', '%PDF-1.7 bukan Excel'));
    await alert.getByText('Berkas ini bukan CSV dan bukan .xlsx.').waitFor();
    expect(await visitor.look('pdf')).toEqual([]);
    await choose(page, ROSTER('peserta.csv', WRONG_COLUMN));
    await alert.getByText('Kolom "Tanggal Lahir" tidak ada.').waitFor();
    await alert.getByText('Kolom "Hobi" tidak dikenal.').waitFor();
    expect(await visitor.look('columns')).toEqual([]);
    await choose(page, ROSTER('peserta.csv', GOOD));
    await page.getByRole('button', { name: 'Simpan 2 baris' }).waitFor();
    await page.getByRole('button', { name: 'Pilih berkas lain' }).click();
    await page.getByText('Letakkan berkas Excel atau CSV di sini').waitFor();
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Templat Excel' }).click(),
    ]);
    expect(template.suggestedFilename()).toBe('templat-daftar-peserta.xlsx');
    const refused = visitor.complaints.filter((one) => / 422$/.test(one));
    expect(refused).toHaveLength(2);
    expect(visitor.complaints.filter((one) => !/422/.test(one))).toEqual([]);
    await visitor.leave();
  });

  it('says at the field what is wrong with a cohort, and finds it again in the list', async () => {
    const visitor = await Visitor.arrive(browser, world.address, { name: 'cohorts', size: LAPTOP });
    await visitor.signIn('lembaga');
    const { page } = visitor;
    await page.getByRole('link', { name: 'Buka angkatan' }).click();
    await page.getByRole('textbox', { name: /^Nama angkatan/ }).fill('PKA tumpang tindih');
    await page.getByRole('combobox', { name: 'Program' }).click();
    await page.getByRole('option', { name: /PKA/ }).click();
    await page.getByLabel(/^Mulai/).fill('2026-03-02');
    await page.getByLabel(/^Selesai/).fill('2026-06-26');
    await page.getByLabel('Klasikal: mulai').fill('2026-04-20');
    await page.getByRole('button', { name: 'Buka dan daftarkan peserta' }).click();
    await page.getByText('Tahap bertumpang tindih dengan tahap sebelumnya.').waitFor();
    expect(await visitor.look('overlap')).toEqual([]);
    await page.getByRole('button', { name: 'Usulkan lagi dari tanggal mulai dan selesai' }).click();
    await page.getByRole('button', { name: 'Buka dan daftarkan peserta' }).click();
    await page.getByRole('heading', { level: 1, name: 'PKA tumpang tindih' }).waitFor();
    await page.goto('/cohorts?q=tumpang');
    await page.getByRole('link', { name: 'PKA tumpang tindih' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    expect(visitor.complaints.filter((one) => / 422$/.test(one))).toHaveLength(1);
    expect(visitor.complaints.filter((one) => !/422/.test(one))).toEqual([]);
    await visitor.leave();
  });

  it('draws only what is looked at of a long list, which goes on while one is elsewhere', async () => {
    await world.opens({ pathway: 'flexible', name: 'PKA panjang' });
    const visitor = await open('long', 'PKA panjang', LAPTOP);
    const { page } = visitor;
    await choose(page, ROSTER('banyak.csv', crowd(700)));
    await page.getByRole('button', { name: 'Simpan 700 baris' }).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(100);
    await page.getByRole('region', { name: 'Tampilkan baris' }).press('End');
    await page.getByRole('cell', { name: /Contoh Banyak 799/ }).waitFor();
    expect(await visitor.look('long')).toEqual([]);
    await page.getByRole('button', { name: 'Simpan 700 baris' }).click();
    await page.getByRole('link', { name: 'Kembali ke pendaftaran' }).click();
    await page.getByRole('link', { name: 'banyak.csv' }).click();
    await page.getByText('700 baris tersimpan.').waitFor({ timeout: 60_000 });
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
