import type { Browser } from 'playwright-core';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('the first screens, in a browser', () => {
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

  const arrive = (name: string, size: typeof LAPTOP) =>
    Visitor.arrive(browser, server.address, { name, size });

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('lead an institute from the door to one journey, on %s', async (_, size) => {
    const visitor = await arrive('institute', size);
    const { page } = visitor;
    const faults = await visitor.look('door');
    await visitor.signIn('lembaga');
    faults.push(...(await visitor.look('cohorts')));
    await page.getByRole('link', { name: 'PKA Angkatan I Tahun 2026 (contoh)' }).click();
    await page.getByText('25 peserta').waitFor();
    faults.push(...(await visitor.look('board')));
    await page.getByRole('link', { name: 'Penempatan diusulkan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Peserta' }).waitFor();
    faults.push(...(await visitor.look('journeys')));
    const first = page.getByRole('table').getByRole('link').first();
    const name = (await first.textContent()) ?? '';
    await first.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.getByRole('region', { name: 'Berikutnya' }).textContent()).toContain('2026');
    // A phone folds what has been.
    if (size === PHONE) await page.getByRole('heading', { name: 'Kisah' }).click();
    await page.getByText('perjalanan dimulai.').waitFor();
    faults.push(...(await visitor.look('journey')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it.each([
    ['coach', 'Tugas saya', PHONE],
    ['lan', 'Angkatan', LAPTOP],
  ])('take %s to what is his', async (username, heading, size) => {
    const visitor = await arrive(username, size);
    await visitor.signIn(username);
    await visitor.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    const faults = await visitor.look('home');
    await visitor.page.goto('/inbox');
    await visitor.page.getByRole('heading', { level: 1, name: 'Kotak masuk' }).waitFor();
    faults.push(...(await visitor.look('inbox')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('let whoever looks around the sandbox in with one click', async () => {
    const visitor = await arrive('offered', PHONE);
    await visitor.page.getByRole('button', { name: /^pimpinan/ }).click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Angkatan' }).waitFor();
    await visitor.page.getByRole('link', { name: /pimpinan/ }).click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Akun saya' }).waitFor();
    const faults = await visitor.look('account');
    await visitor.page.getByText('Tidak; cukup di kotak masuk').click();
    await visitor.page.getByRole('button', { name: 'Simpan' }).click();
    await visitor.page.getByText('Pengaturan tersimpan.').waitFor();
    await visitor.page.getByRole('button', { name: 'Keluar' }).click();
    await visitor.page.getByRole('heading', { level: 2, name: 'Masuk' }).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('come within 250 KB, packed, to the first list', async () => {
    const visitor = await arrive('weight', LAPTOP);
    await visitor.signIn('lembaga');
    await visitor.page.getByRole('link', { name: 'PKA Angkatan I Tahun 2026 (contoh)' }).waitFor();
    const total = await visitor.weight();
    // As much as nothing would be a fault of the scales.
    expect(total).toBeGreaterThan(100_000);
    expect(total).toBeLessThan(250_000);
    await visitor.leave();
  });

  it('let an institute move the time, and tell what fell due', async () => {
    const visitor = await arrive('time', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await page.getByText('Hari ini 2 Februari 2026').waitFor();
    await page.getByRole('button', { name: '+ 1 hari' }).click();
    await page.getByText('Hari ini 3 Februari 2026').waitFor();
    await page.getByText(/tenggat jatuh/).waitFor();
    expect(await visitor.look('moved')).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('let a search that comes late call nobody back who has gone on', async () => {
    const visitor = await arrive('late-search', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    let comes = () => {};
    const late = new Promise<void>((done) => (comes = done));
    await page.route(/search-box/, async (route) => {
      await late;
      await route.continue();
    });
    const search = page.getByPlaceholder('Nama atau NIP');
    await search.focus();
    await page.keyboard.press('Tab');
    comes();
    await page.locator('input[aria-haspopup="listbox"]').waitFor();
    expect(await page.locator('input[aria-haspopup="listbox"]:focus').count()).toBe(0);
    await search.fill('Angkatan I');
    await page.getByRole('option', { name: /PKA Angkatan I Tahun 2026/ }).waitFor();
    await visitor.leave();
  });

  it('speak English where asked, and keep to it', async () => {
    const visitor = await arrive('english', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await visitor.leave();
  });

  it('refuse a wrong password in words, and keep what was typed', async () => {
    const visitor = await arrive('wrong', PHONE);
    const { page } = visitor;
    await page.getByLabel('Nama pengguna').fill('lembaga');
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('salah');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Nama pengguna').inputValue()).toBe('lembaga');
    expect(await visitor.look('refused')).toEqual([]);
    await visitor.leave();
  });

  it('ask to sign in again over the page when a session is gone', async () => {
    const visitor = await arrive('expired', LAPTOP);
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await page.evaluate(() => fetch('/api/v1/sessions/current', { method: 'DELETE' }));
    await page.getByRole('link', { name: 'Tugas' }).click();
    await page.getByRole('dialog', { name: 'Sesi Anda berakhir' }).waitFor();
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('titian-sandbox');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await visitor.leave();
  });
});
