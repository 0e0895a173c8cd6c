import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA jadwal';
const SANDBOX = 'PKA Angkatan I Tahun 2026 (contoh)';

describe("a cohort's timetable, in a browser", () => {
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
    const { lembaga } = world.as;
    const found = await lembaga.expect(200, lembaga.get('/cohorts'));
    const other = (found['items'] as unknown as { id: string; name: string; startsOn: string }[]).find(
      ({ name }) => name === SANDBOX,
    );
    const session = {
      kind: 'class',
      title: 'Pembukaan bersama',
      date: other?.startsOn,
      start: '08.00',
      end: '09.00',
    };
    await lembaga.expect(201, lembaga.post(`/cohorts/${other?.id ?? ''}/timetable`, session));
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
  const toTimetable = async (page: Page) => {
    await page.getByRole('link', { name: NAME, exact: true }).click();
    await page.getByRole('link', { name: 'Jadwal', exact: true }).click();
    await page.getByRole('button', { name: 'Tambah sesi' }).waitFor();
  };

  it('is planned by the institute, which hears of clashes first, and is changed and cancelled with a reason', async () => {
    const visitor = await arrive('lembaga', LAPTOP);
    const { page } = visitor;
    await toTimetable(page);
    await page.getByText('Belum ada sesi').waitFor();
    const dialog = page.getByRole('dialog');
    const plan = async (title: string) => {
      await page.getByRole('button', { name: 'Tambah sesi' }).click();
      await dialog.getByText('Kelas', { exact: true }).click();
      await dialog.getByLabel('Judul').fill(title);
      await dialog.getByLabel('Ruang', { exact: true }).fill('Aula Garuda');
      await dialog.getByRole('button', { name: 'Simpan' }).click();
    };
    await page.getByRole('button', { name: 'Tambah sesi' }).click();
    const faults = await visitor.look('plan');
    await page.getByRole('button', { name: 'Batal', exact: true }).click();
    await plan('Pembukaan');
    await page.getByRole('article', { name: /^Pembukaan/ }).waitFor();
    await plan('Ceramah');
    await dialog.getByText('Tempat bentrok').waitFor();
    faults.push(...(await visitor.look('clash')));
    const anyway = dialog.getByRole('button', { name: 'Tetap simpan' });
    expect(await anyway.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'Tetap simpan walau bentrok' }).click();
    await dialog.getByLabel('Alasan').fill('Aula dibagi dua.');
    await anyway.click();
    await page.getByRole('article', { name: /^Ceramah/ }).waitFor();
    await page.getByRole('button', { name: 'Ubah Ceramah' }).click();
    await dialog.getByLabel('Mulai').fill('13:00');
    await dialog.getByLabel('Selesai').fill('15:00');
    await dialog.getByRole('combobox', { name: 'Pengajar dari lembaga' }).click();
    await page.getByRole('option', { name: 'Contoh Coach', exact: false }).first().click();
    await dialog.getByRole('button', { name: /impan$/ }).click();
    await page.getByRole('article', { name: /^Ceramah, 13\.00/ }).waitFor();
    faults.push(...(await visitor.look('list')));
    await page.getByText('Minggu', { exact: true }).click();
    await page.getByRole('heading', { name: '2 Mar 2026 – 8 Mar 2026' }).waitFor();
    faults.push(...(await visitor.look('week')));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh Excel' }).click();
    expect((await download).suggestedFilename()).toBe(`${NAME}.xlsx`);
    await page.getByRole('button', { name: 'Batalkan Pembukaan' }).click();
    await dialog.getByLabel('Alasan pembatalan').fill('Pemateri berhalangan.');
    await dialog.getByRole('button', { name: 'Batalkan sesi' }).click();
    await page.getByText('Pemateri berhalangan.').waitFor();
    faults.push(...(await visitor.look('cancelled')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('tells a fault at its field and keeps what was typed', async () => {
    const visitor = await arrive('lembaga', LAPTOP);
    const { page } = visitor;
    await toTimetable(page);
    await page.getByRole('button', { name: 'Tambah sesi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Kelas', { exact: true }).click();
    await dialog.getByLabel('Judul').fill('Terbalik');
    await dialog.getByLabel('Selesai').fill('07:00');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText('Sesi harus selesai sesudah mulai, pada hari yang sama.').waitFor();
    expect(await dialog.getByLabel('Judul').inputValue()).toBe('Terbalik');
    expect(await visitor.look('fault')).toEqual([]);
    expect(visitor.complaints.every((one) => /422/.test(one))).toBe(true);
    await visitor.leave();
  });

  it('is followed by who attends, on a phone', async () => {
    const visitor = await arrive('peserta', PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Jadwal saya' }).click();
    await page.getByRole('article', { name: /^Pembukaan bersama/ }).waitFor();
    expect(await visitor.look('own')).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('has its attendance marked by whoever leads a session, for a whole class on a phone', async () => {
    await world.movesTo('2026-03-03');
    const visitor = await arrive('coach', PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Jadwal saya' }).click();
    await page.getByLabel('Tampilkan yang sudah lewat').click();
    await page.getByRole('link', { name: 'Daftar hadir' }).click();
    await page.getByRole('button', { name: 'Semua hadir (3)' }).click();
    const budi = page.getByRole('group', { name: 'Contoh Budi' });
    await budi.getByRole('button', { name: 'Tidak' }).click();
    await page.getByLabel('Keterangan Contoh Budi').fill('Sakit, ada surat.');
    await page.getByText('2 hadir, 1 tidak hadir, 0 belum diisi').waitFor();
    const faults = await visitor.look('register');
    await page.getByRole('button', { name: 'Simpan daftar hadir (3)' }).click();
    await page.getByText('Daftar hadir tersimpan').waitFor();
    await page.getByRole('button', { name: 'Simpan daftar hadir (0)' }).waitFor();
    expect(await page.getByLabel('Keterangan Contoh Budi').inputValue()).toBe('Sakit, ada surat.');
    faults.push(...(await visitor.look('marked')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
