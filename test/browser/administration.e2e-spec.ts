import type { Browser } from 'playwright-core';
import pg from 'pg';
import { type PrivateSmtp, startPrivateSmtp } from '#libs/testing';
import { freePort } from '../contract/api/oidc-provider.js';
import { deliveryOfRun, sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('keeping organisations, in a browser', () => {
  let smtp: PrivateSmtp;
  let server: SandboxServer;
  let browser: Browser;
  beforeAll(async () => {
    smtp = await startPrivateSmtp();
    const port = String(await freePort());
    const publicUrl = `http://127.0.0.1:${port}`;
    server = await sandboxServer(deliveryOfRun(), {
      ...{
        SMTP_URL: smtp.url,
        MAIL_FROM: 'Titian <titian@example.go.id>',
        PORT: port,
        PUBLIC_URL: publicUrl,
      },
      // There is such a provider by its settings; nobody goes there.
      ...{
        OIDC_ISSUER: 'http://127.0.0.1:9',
        OIDC_CLIENT_ID: 'titian',
        OIDC_CLIENT_SECRET: 'between the two',
      },
      TITIAN_SECRET: 'of a sandbox that is thrown away',
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await smtp.stop();
  });

  /** As if its owner had set one up. */
  const giveFactor = async (username: string) => {
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    await client.query(
      `insert into second_factor (account_id, sealed_secret, created_at, confirmed_at)
       select id, 'sealed', '2026-04-01T01:00:00Z', '2026-04-01T01:00:00Z' from account where username = $1`,
      [username],
    );
    await client.end();
  };

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
    await page.getByRole('link', { name: 'Contoh Penguji', exact: true }).waitFor();
    faults.push(...(await visitor.look('organisation')));

    await page.getByRole('button', { name: 'Beri peran' }).click();
    const form = page.getByRole('dialog', { name: 'Beri peran' });
    await form.getByRole('combobox', { name: 'Peran' }).selectOption('Penguji');
    await form.getByLabel('Nama pengguna').fill('tidak-ada');
    await form.getByRole('button', { name: 'Beri peran' }).click();
    await form.getByText('Tidak ada akun dengan nama pengguna ini.').waitFor();
    faults.push(...(await visitor.look('give')));
    expect(visitor.complaints.splice(0)).toHaveLength(2);
    await form.getByLabel('Nama pengguna').fill(username);
    await form.getByRole('button', { name: 'Beri peran' }).click();
    await page.getByText(`${name} kini Penguji.`).first().waitFor();

    await page.getByRole('button', { name: `Akhiri peran Penguji ${name}` }).click();
    const ask = page.getByRole('dialog', { name: 'Akhiri peran' });
    await ask.getByLabel('Setelah hari tertentu').check();
    await ask.getByLabel('Hari terakhir').fill('2030-06-30');
    await ask.getByLabel('Alasan').fill('Kontrak sampai tengah tahun');
    faults.push(...(await visitor.look('end-later')));
    await ask.getByRole('button', { name: 'Simpan hari terakhir' }).click();
    await page.getByText(`Peran ${name} berakhir setelah 30 Juni 2030.`).first().waitFor();
    await page.getByText('sampai 30 Jun 2030').waitFor();
    await page.getByRole('button', { name: `Akhiri peran Penguji ${name}` }).click();
    await ask.getByLabel('Tidak jadi: perannya berlanjut').check();
    await ask.getByLabel('Alasan').fill('Diperpanjang');
    await ask.getByRole('button', { name: 'Batalkan rencana' }).click();
    await page.getByText(`Peran ${name} berlanjut.`).first().waitFor();
    await page.getByText('sampai 30 Jun 2030').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: `Akhiri peran Penguji ${name}` }).click();
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

    await giveFactor(username);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Terpasang sejak 1 April 2026.').waitFor();
    faults.push(...(await visitor.look('account')));
    await page.getByRole('button', { name: 'Hapus kode kedua' }).click();
    const reset = page.getByRole('dialog', { name: 'Hapus kode kedua akun ini?' });
    await reset.getByLabel('Alasan').fill('Datang sendiri dengan KTP; ponselnya hilang');
    faults.push(...(await visitor.look('reset')));
    await reset.getByRole('button', { name: 'Hapus kode kedua' }).click();
    await page.getByText('Belum terpasang: kata sandi saja cukup untuk masuk.').waitFor();
    await page.getByLabel('Pengenal dari penyedia').fill(`pegawai-${username}`);
    await page.getByRole('button', { name: 'Kaitkan' }).click();
    await page.getByRole('button', { name: `Akhiri kaitan pegawai-${username}` }).click();
    const unlink = page.getByRole('dialog', { name: 'Akhiri kaitan ini?' });
    await unlink.getByLabel('Alasan').fill('Pindah penyedia');
    await unlink.getByRole('button', { name: 'Akhiri kaitan' }).click();
    await page.getByText('Belum ada pengenal yang terkait.').waitFor();
    await page.goBack();

    await page.getByRole('button', { name: 'Beri peran' }).click();
    await form.getByRole('combobox', { name: 'Peran' }).selectOption('Coach');
    await form.getByLabel('Orang baru, lewat undangan').check();
    await form.getByRole('textbox', { name: 'Nama', exact: true }).fill('Contoh Undangan');
    await form.getByLabel('Surel').fill('undangan@lp-01.example');
    await form.getByLabel('Nama pengguna').fill('undangan');
    faults.push(...(await visitor.look('invite')));
    await form.getByRole('button', { name: 'Beri peran' }).click();
    await page
      .getByText(/Undangan terkirim; tautannya berlaku sampai/)
      .first()
      .waitFor();
    const again = page.getByRole('button', { name: 'Kirim ulang undangan kepada Contoh Undangan' });
    await again.waitFor();
    faults.push(...(await visitor.look('invited')));
    const sent = smtp.taken.length;
    await again.click();
    await page
      .getByText(/^Undangan terkirim; tautannya berlaku sampai/)
      .first()
      .waitFor();
    expect(smtp.taken.length).toBe(sent + 1);
    await page.getByRole('button', { name: 'Batalkan undangan Contoh Undangan' }).click();
    const withdraw = page.getByRole('dialog', { name: 'Batalkan undangan ini?' });
    await withdraw.getByLabel('Alasan').fill('Alamat surelnya keliru');
    faults.push(...(await visitor.look('withdraw')));
    await withdraw.getByRole('button', { name: 'Batalkan undangan' }).click();
    await page
      .getByRole('button', { name: 'Batalkan undangan Contoh Undangan' })
      .waitFor({ state: 'hidden' });

    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh Excel' }).click();
    expect((await sheet).suggestedFilename()).toBe('anggota.xlsx');
    await page.getByRole('button', { name: 'Akhiri peran Admin Contoh Admin Barat' }).click();
    const own = page.getByRole('dialog', { name: 'Akhiri peran' });
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
    const link = page.getByRole('link', { name: `Dinas Contoh ${code}` });
    await link.click();
    await page.getByRole('link', { name: 'Unit dari Pemerintah Provinsi Contoh' }).waitFor();
    await page.getByRole('button', { name: 'Pindahkan' }).click();
    const move = page.getByRole('dialog', { name: 'Pindahkan unit ini?' });
    await move.getByRole('combobox', { name: 'Pindah ke bawah' }).fill('Sekretariat');
    await page.getByRole('option', { name: /Sekretariat Daerah Contoh/ }).click();
    await move.getByLabel('Alasan').fill('Perampingan');
    faults.push(...(await visitor.look('move')));
    await move.getByRole('button', { name: 'Pindahkan' }).click();
    const above = page.getByRole('link', { name: 'Unit dari Sekretariat Daerah Contoh' });
    await above.waitFor();
    await page.getByRole('button', { name: 'Tutup unit' }).click();
    const closing = page.getByRole('dialog', { name: 'Tutup unit ini?' });
    await closing.getByLabel('Alasan').fill('Digabung');
    await closing.getByRole('button', { name: 'Tutup unit' }).click();
    await page.getByText('Digabung').waitFor();
    faults.push(...(await visitor.look('closed')));
    await page.getByRole('button', { name: 'Buka kembali' }).click();
    const reopen = page.getByRole('dialog', { name: 'Buka kembali unit ini?' });
    await reopen.getByLabel('Alasan').fill('Dibutuhkan lagi');
    await reopen.getByRole('button', { name: 'Buka kembali' }).click();
    await page.getByRole('button', { name: 'Tutup unit' }).waitFor();
    await above.click();
    await page.getByRole('heading', { level: 1, name: 'Sekretariat Daerah Contoh' }).waitFor();
    await page.getByRole('button', { name: 'Tutup unit' }).click();
    await closing.getByLabel('Alasan').fill('Digabung');
    await closing.getByRole('button', { name: 'Tutup unit' }).click();
    await closing.getByText(`Dinas Contoh ${code}`).waitFor();
    faults.push(...(await visitor.look('in-use')));
    expect(visitor.complaints.splice(0)).toHaveLength(2);
    await closing.getByRole('button', { name: 'Batal' }).click();

    await page.goto('/administration');
    await page.getByRole('link', { name: 'Cari akun' }).click();
    await page.getByRole('heading', { level: 1, name: 'Akun' }).waitFor();
    await page.getByRole('link', { name: 'Contoh Admin Barat' }).waitFor();
    faults.push(...(await visitor.look('accounts')));
    await page.getByRole('combobox', { name: 'Organisasi dan unitnya' }).fill('Contoh Timur');
    await page.getByRole('option', { name: /Lembaga Pelatihan Contoh Timur/ }).click();
    await page.getByLabel('Peran', { exact: true }).selectOption('Penguji');
    await page.getByLabel('Kode kedua').selectOption('Belum ada');
    await page.getByRole('link', { name: 'Contoh Admin Barat' }).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /Penguji/ }).waitFor();
    faults.push(...(await visitor.look('accounts-found')));
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh Excel' }).click();
    expect((await file).suggestedFilename()).toBe('akun.xlsx');

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

    await page.getByRole('button', { name: 'Wajibkan', exact: true }).click();
    const rule = page.getByRole('dialog', { name: 'Wajibkan kode kedua bagi pejabat di sini?' });
    faults.push(...(await visitor.look('rule')));
    await rule.getByRole('button', { name: 'Wajibkan' }).click();
    await page.getByRole('button', { name: 'Tidak lagi mewajibkan' }).click();
    const waive = page.getByRole('dialog', { name: 'Tidak lagi mewajibkan kode kedua?' });
    await waive.getByRole('button', { name: 'Tidak lagi mewajibkan' }).click();
    await page.getByRole('button', { name: 'Wajibkan', exact: true }).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
