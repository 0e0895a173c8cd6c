import type { Browser, Page } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA jadwal';
const COACHED = 'PKA jadwal coaching';
const GROUP = 'Kelompok Merapi';
const SESSION = { kind: 'class', title: 'Temu mentor', start: '10.00', end: '11.00' };
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
    const { personId: coach } = await world.as.coach.expect(200, world.as.coach.get('/me'));
    const { personId: mentor } = await world.as.mentor.expect(200, world.as.mentor.get('/me'));
    const { lembaga } = world.as;
    const coached = await world.opens({ pathway: 'generic-plus', name: COACHED });
    const members = await world.enrols(coached, [{ name: 'Contoh Dewi' }]);
    for (const journey of members) await world.isAssessed(journey, levels(3, { M2: 1 }), '2026-02-02');
    const groups = [{ name: GROUP, coach, members }];
    await lembaga.expect(200, lembaga.post(`/cohorts/${coached}/coaching-groups/confirm`, { groups }));
    const led = { ...SESSION, date: '2026-03-06', trainer: { person: mentor } };
    await lembaga.expect(201, lembaga.post(`/cohorts/${coached}/timetable`, led));
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
  const toTimetable = async (page: Page, name = NAME) => {
    await page.getByRole('link', { name, exact: true }).click();
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

  it('takes sessions of a course and of a coaching group, with what each of them needs', async () => {
    const visitor = await arrive('lembaga', LAPTOP);
    const { page } = visitor;
    await toTimetable(page, COACHED);
    const dialog = page.getByRole('dialog');
    const choose = async (label: string, option: string | RegExp) => {
      await dialog.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await page.getByRole('button', { name: 'Tambah sesi' }).click();
    await dialog.getByText('Mata pelatihan', { exact: true }).first().click();
    await choose('Tahap', 'Klasikal');
    await choose('Mata pelatihan', 'Jejaring Kerja');
    await dialog.getByLabel('Tanggal').fill('2026-04-14');
    await dialog.getByLabel('Pengajar lain (nama)').fill('Contoh Widyaiswara');
    const faults = await visitor.look('course');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('article', { name: /^Jejaring Kerja/ }).waitFor();
    await page.getByRole('button', { name: 'Tambah sesi' }).click();
    await dialog.getByText('Coaching', { exact: true }).click();
    await choose('Kelompok coaching', GROUP);
    await dialog.getByLabel('Tanggal').fill('2026-03-05');
    await dialog.getByLabel('Tautan daring').fill('https://rapat.example/kelompok');
    faults.push(...(await visitor.look('coaching')));
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    const coaching = page.getByRole('article', { name: /^Coaching, 08\.00/ });
    await coaching.getByText(GROUP).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it("is a mentor's own, with the register of what he leads, on a phone", async () => {
    const visitor = await arrive('mentor', PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Jadwal saya' }).click();
    const led = page.getByRole('article', { name: /^Temu mentor, 10\.00/ });
    await led.getByText('Anda pengajar').waitFor();
    const faults = await visitor.look('mentor');
    await led.getByRole('link', { name: 'Daftar hadir' }).click();
    await page.getByRole('group', { name: 'Contoh Dewi' }).waitFor();
    faults.push(...(await visitor.look('mentor-register')));
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
