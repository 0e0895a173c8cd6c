import { once } from 'node:events';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import pg from 'pg';
import { type PrivateSmtp, readMail, startPrivateSmtp } from '#libs/testing';
import { freePort, startProvider } from '../contract/api/oidc-provider.js';
import { deliveryOfRun, sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const FIRST = 'kapal-teduh-menyeberang-jingga';
const SECOND = 'angin-sore-membawa-layangan';

describe('the way in', () => {
  let smtp: PrivateSmtp;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let server: SandboxServer;
  let browser: Browser;
  beforeAll(async () => {
    smtp = await startPrivateSmtp();
    const port = String(await freePort());
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await startProvider(`${publicUrl}/api/v1/sessions/oidc/callback`);
    server = await sandboxServer(deliveryOfRun(), {
      ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'titian' },
      OIDC_CLIENT_SECRET: 'a secret between the two of them',
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'Titian <titian@example.go.id>' },
      ...{
        PORT: port,
        PUBLIC_URL: publicUrl,
        TITIAN_SECRET: 'of a sandbox that is thrown away',
      },
    });
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    await client.query(
      `update person_data set email = 'satu@ins-01.example'
       where person_id in (select person_id from account where username in ('coach', 'mentor'))`,
    );
    await client.query(
      `update person_data set email = 'tiga@ins-01.example'
       where person_id in (select person_id from account where username = 'penguji')`,
    );
    await client.end();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await smtp.stop();
    provider.child.kill();
    await once(provider.child, 'exit');
  });

  const enter = async ({ page }: Visitor, username: string, password: string) => {
    await page.getByLabel(/^Nama pengguna/).fill(username);
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  };
  const letter = async (count: number) => {
    for (let tries = 0; tries < 200 && smtp.taken.length < count; tries += 1)
      await new Promise((wake) => setTimeout(wake, 50));
    return readMail(smtp.taken.at(-1)!);
  };
  /** A refusal that is answered to a form is no fault of the page. */
  const unanswered = ({ complaints }: Visitor) =>
    complaints.filter((said) => !/ 40[13]$| 422$|status of (401|403|422)/.test(said));

  it.each([
    ['coach', LAPTOP],
    ['mentor', PHONE],
  ])('as %s: a forgotten password, a second factor, and what is open elsewhere', async (username, size) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: 'sign-in', size });
    const { page } = visitor;
    const found: string[] = [];
    const look = async (screen: string) => found.push(...(await visitor.look(screen)));

    await page.getByRole('button', { name: 'Lupa kata sandi?' }).click();
    await look('forgotten');
    await page.getByLabel('Nama pengguna Anda').fill(username);
    const before = smtp.taken.length;
    await page.getByRole('button', { name: 'Kirim tautan' }).click();
    await page.getByText('tautan sudah dikirim').waitFor();
    const { text, headers } = await letter(before + 1);
    expect(headers['subject']).toBe('[Titian] Atur ulang kata sandi');
    await page.goto(/http:\S+\/set-password#\S+/.exec(text)?.[0] ?? '');
    const next = page.getByRole('textbox', { name: 'Kata sandi baru' });
    await next.fill('password123456');
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.getByText('paling sering dipakai').waitFor();
    await look('weak-password');
    await next.fill(FIRST);
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.getByText('Kata sandi tersimpan').waitFor();
    await page.getByRole('link', { name: 'Ke halaman masuk' }).click();

    await enter(visitor, username, FIRST);
    await page.getByRole('link', { name: new RegExp(username) }).click();
    const part = (name: string) => page.getByRole('region', { name, exact: true });
    const factor = part('Kode kedua');
    await factor.getByLabel('Kata sandi Anda').first().fill(FIRST);
    await factor.getByRole('button', { name: 'Pasang kode kedua' }).click();
    const secret = (await factor.locator('code').textContent()) ?? '';
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await look('factor');
    await factor.getByLabel('Kode dari aplikasi').fill(app.generate({ timestamp: Date.now() - 30_000 }));
    await factor.getByRole('button', { name: 'Aktifkan' }).click();
    await factor.getByText('Kode pemulihan Anda').waitFor();
    const recovery = (await factor.locator('code').first().textContent()) ?? '';
    await look('recovery-codes');
    await factor.getByRole('button', { name: 'Sudah saya simpan' }).click();

    const password = part('Kata sandi');
    await password.getByLabel('Kata sandi sekarang').first().fill(FIRST);
    await password.getByLabel('Kata sandi baru').first().fill(SECOND);
    await password.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await page.getByText('Kata sandi diganti').waitFor();

    const tokens = part('Token untuk program');
    await tokens.getByLabel('Untuk apa').fill('LMS');
    await tokens.getByLabel('Kata sandi Anda').first().fill(SECOND);
    await tokens.getByRole('button', { name: 'Buat token' }).click();
    await tokens.getByText('Salin sekarang').waitFor();
    const token = (await tokens.locator('pre').textContent()) ?? '';
    const read = await fetch(`${server.address}/api/v1/me`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(read.status).toBe(200);

    const elsewhere = await Visitor.arrive(browser, server.address, { name: 'sign-in-elsewhere', size });
    await enter(elsewhere, username, SECOND);
    await elsewhere.page.getByRole('textbox', { name: 'Kode' }).fill('000000');
    await elsewhere.page.getByRole('button', { name: 'Lanjut' }).click();
    await elsewhere.page.getByText('Kode tidak cocok').first().waitFor();
    found.push(...(await elsewhere.look('second-step')));
    await elsewhere.page.getByRole('textbox', { name: 'Kode' }).fill(recovery);
    await elsewhere.page.getByRole('button', { name: 'Lanjut' }).click();
    await elsewhere.page.getByRole('link', { name: new RegExp(username) }).waitFor();

    await page.reload();
    await look('account');
    await part('Sesi Anda').getByRole('button', { name: 'Akhiri semua sesi lain' }).click();
    await page.getByText('Sesi diakhiri.').waitFor();
    await tokens.getByRole('button', { name: 'Cabut token LMS' }).click();
    await tokens.getByText('Belum ada token.').waitFor();
    // What it asked for before is asked anew: the session is over there.
    await elsewhere.page.waitForTimeout(1_100);
    await elsewhere.page.reload();
    await elsewhere.page.getByRole('heading', { level: 2, name: 'Masuk' }).waitFor();

    expect(found).toEqual([]);
    expect([...unanswered(visitor), ...unanswered(elsewhere)]).toEqual([]);
    await elsewhere.leave();
    await visitor.leave();
  });

  it.each([LAPTOP, PHONE])(
    'leads through the pages of the own provider, and says so when it knows nobody ($width)',
    async (size) => {
      const visitor = await Visitor.arrive(browser, server.address, { name: 'sign-in-oidc', size });
      const { page } = visitor;
      const through = async (login: string) => {
        await page.getByRole('link', { name: 'Masuk dengan akun instansi' }).click();
        await page.locator('input[name=login]').fill(login);
        await page.locator('input[name=password]').fill('any');
        await page.locator('button[type=submit]').click();
        await page.getByRole('button', { name: 'Continue' }).click();
      };
      const found = await visitor.look('door');
      await through('dua');
      await page.getByText('belum ada akun Titian').waitFor();
      found.push(...(await visitor.look('unknown')));
      expect(new URL(page.url()).hash).toBe('');
      // The provider remembers who was there.
      await page.context().clearCookies();
      await page.goto('/');
      await through('tiga');
      await page.getByRole('link', { name: /penguji/ }).waitFor();
      expect(new URL(page.url()).hash).toBe('');
      // Whoever knows no password here shows who he is by his provider again.
      await page.getByRole('link', { name: /penguji/ }).click();
      const factor = page.getByRole('region', { name: 'Kode kedua', exact: true });
      await factor.getByRole('link', { name: /Masuk lagi dengan akun instansi/ }).click();
      await page.locator('input[name=login]').fill('tiga');
      await page.locator('input[name=password]').fill('any');
      await page.locator('button[type=submit]').click();
      const agreed = page.getByRole('button', { name: 'Continue' });
      const back = page.getByText('Anda sudah masuk lagi dengan akun instansi');
      await agreed.or(back).first().waitFor();
      if (await agreed.isVisible()) await agreed.click();
      await back.waitFor();
      expect(new URL(page.url()).hash).toBe('');
      await factor.getByText('kata sandi tidak diminta').waitFor();
      found.push(...(await visitor.look('proved')));
      await factor.getByRole('button', { name: 'Pasang kode kedua' }).click();
      await factor.getByLabel('Kode dari aplikasi').waitFor();
      expect(found).toEqual([]);
      await visitor.leave();
    },
  );
});
