import type { Browser } from 'playwright-core';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('an installation that sends no mail', () => {
  let server: SandboxServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([sandboxServer(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each([LAPTOP, PHONE])(
    'says so where a letter would have gone, and whom to ask ($width)',
    async (size) => {
      const visitor = await Visitor.arrive(browser, server.address, { name: 'without-mail', size });
      const { page } = visitor;
      await page.getByRole('button', { name: 'Lupa kata sandi?' }).click();
      await page.getByText('Hubungi administrator organisasi Anda').waitFor();
      const found = await visitor.look('door');

      await visitor.signIn('admin');
      await page.goto('/administration');
      await page.getByRole('link', { name: 'Lembaga Pelatihan Contoh Barat' }).first().click();
      await page.getByRole('button', { name: 'Beri peran' }).click();
      const form = page.getByRole('dialog', { name: 'Beri peran' });
      await form.getByLabel('Peran').selectOption({ label: 'Coach' });
      await form.getByLabel('Orang baru, lewat undangan').check();
      await form.getByText('npx titian user add').waitFor();
      expect(await form.getByRole('button', { name: 'Beri peran' }).isDisabled()).toBe(true);
      expect(await form.getByLabel('Surel').count()).toBe(0);
      found.push(...(await visitor.look('invitation')));
      await form.getByLabel('Pemilik akun').check();
      await form.getByLabel('Nama pengguna').waitFor();
      expect(await form.getByRole('button', { name: 'Beri peran' }).isEnabled()).toBe(true);

      expect(found).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );
});
