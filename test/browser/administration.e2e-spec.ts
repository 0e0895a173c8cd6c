import type { Browser } from 'playwright-core';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('keeping organisations, in a browser', () => {
  let server: SandboxServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await sandboxServer();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const arrive = async (username: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, server.address, {
      name: `administration-${username}`,
      size,
    });
    await visitor.signIn(username);
    return visitor;
  };

  it.each([
    ['a laptop', LAPTOP, 'coach2', 'Contoh Coach Pengganti'],
    ['a phone', PHONE, 'coach2', 'Contoh Coach Pengganti'],
  ])('lets an admin give a role, end it and shut an account out, on %s', async (_, size, username, name) => {
    const visitor = await arrive('admin', size);
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Administrasi' }).waitFor();
    const faults = await visitor.look('organisations');
    await page.getByRole('link', { name: 'Lembaga Pelatihan Contoh Barat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lembaga Pelatihan Contoh Barat' }).waitFor();
    await page.getByRole('cell', { name: /^Contoh Penguji/ }).waitFor();
    faults.push(...(await visitor.look('organisation')));

    await page.getByRole('button', { name: 'Beri peran' }).click();
    const form = page.getByRole('dialog', { name: 'Beri peran' });
    await form.getByLabel('Peran', { exact: true }).selectOption('Penguji');
    await form.getByLabel('Nama pengguna').fill('tidak-ada');
    await form.getByRole('button', { name: 'Beri peran' }).click();
    await form.getByText('Tidak ada akun dengan nama pengguna ini.').waitFor();
    faults.push(...(await visitor.look('give')));
    expect(visitor.complaints.splice(0)).toHaveLength(2);
    await form.getByLabel('Nama pengguna').fill(username);
    await form.getByRole('button', { name: 'Beri peran' }).click();
    await page.getByText(`${name} kini Penguji.`).first().waitFor();

    await page.getByRole('button', { name: `Akhiri peran Penguji ${name}` }).click();
    const ask = page.getByRole('dialog', { name: 'Akhiri peran ini?' });
    await ask.getByLabel('Alasan').fill('Kembali ke instansi');
    faults.push(...(await visitor.look('end')));
    await ask.getByRole('button', { name: 'Akhiri peran' }).click();
    await page.getByText(`Peran ${name} berakhir.`).first().waitFor();
    await page.getByLabel('Peran yang sudah berakhir').check();
    await page.getByText('Kembali ke instansi').first().waitFor();
    faults.push(...(await visitor.look('ended')));
    await page.getByLabel('Peran yang sudah berakhir').uncheck();

    await page.getByRole('button', { name: `Nonaktifkan akun ${name}` }).click();
    const shut = page.getByRole('dialog', { name: 'Nonaktifkan akun ini?' });
    await shut.getByLabel('Alasan').fill('Cuti panjang');
    await shut.getByRole('button', { name: 'Nonaktifkan' }).click();
    await page.getByText(`Akun ${name} nonaktif.`).first().waitFor();
    await page.getByRole('button', { name: `Aktifkan akun ${name}`, exact: true }).click();
    const open = page.getByRole('dialog', { name: 'Aktifkan akun ini kembali?' });
    await open.getByLabel('Alasan').fill('Sudah kembali');
    await open.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByText(`Akun ${name} aktif kembali.`).first().waitFor();

    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh Excel' }).click();
    expect((await sheet).suggestedFilename()).toBe('anggota.xlsx');
    await page.getByRole('button', { name: 'Akhiri peran Admin Contoh Admin Barat' }).click();
    const own = page.getByRole('dialog', { name: 'Akhiri peran ini?' });
    await own.getByLabel('Alasan').fill('Selesai');
    await own.getByRole('button', { name: 'Akhiri peran' }).click();
    await own.getByText('Peran admin terakhir Anda', { exact: true }).waitFor();
    expect(visitor.complaints.splice(0)).toHaveLength(2);
    expect(faults).toEqual([]);
    await visitor.leave();
  });

  it.each([
    ['a laptop', LAPTOP, 'INS-01-11'],
    ['a phone', PHONE, 'INS-01-12'],
  ])('lets LAN add units, and note how a centre is accredited, on %s', async (_, size, code) => {
    const visitor = await arrive('lan', size);
    const { page } = visitor;
    await page.goto('/administration');
    await page.getByRole('link', { name: 'Sekretariat Daerah Contoh' }).waitFor();
    await page.getByText(/Kategori B · berlaku sampai/).waitFor();
    const faults = await visitor.look('all');
    await page.getByRole('link', { name: 'Pemerintah Provinsi Contoh' }).click();
    await page.getByRole('link', { name: 'Badan Kepegawaian Contoh' }).waitFor();
    await page.getByRole('button', { name: 'Tambah unit' }).click();
    const form = page.getByRole('dialog', { name: 'Tambah unit' });
    await form.getByLabel('Nama').fill(`Dinas Contoh ${code}`);
    await form.getByLabel('Kode').fill(code);
    faults.push(...(await visitor.look('unit')));
    await form.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('link', { name: `Dinas Contoh ${code}` }).waitFor();

    await page.goto('/administration?kind=centre');
    await page.getByRole('link', { name: 'Pusat Asesmen Contoh' }).click();
    await page.getByRole('button', { name: 'Catat akreditasi' }).click();
    await page.getByLabel('Kategori').selectOption('C');
    await page.getByLabel('Nomor keputusan').fill(`CONTOH/${code}`);
    await page.getByLabel('Berlaku mulai').fill('2020-01-01');
    await page.getByLabel('Berlaku sampai').fill('2023-01-01');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText(/paling lama 2 tahun/).waitFor();
    expect(visitor.complaints.splice(0)).toHaveLength(2);
    await page.getByLabel('Berlaku sampai').fill('');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Kategori C · kedaluwarsa, berlaku sampai').first().waitFor();
    faults.push(...(await visitor.look('accreditation')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
