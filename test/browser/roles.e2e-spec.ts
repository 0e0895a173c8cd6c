import type { Browser } from 'playwright-core';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('being one of several roles, in a browser', () => {
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

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('shows what is that role’s alone, and all of it again, on %s', async (_, size) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: 'roles', size });
    const { page } = visitor;
    await visitor.signIn('penguji');
    await page.goto('/cohorts');
    await page.getByRole('link', { name: 'PKA Angkatan I Tahun 2026 (contoh)' }).waitFor();
    // Another tab of the same browser, on a page of its own.
    const other = await page.context().newPage();
    await other.goto('/cohorts');
    await other.getByRole('link', { name: 'PKA Angkatan I Tahun 2026 (contoh)' }).waitFor();
    await page.getByRole('button', { name: 'Ganti peran' }).click();
    const roles = page.getByRole('group', { name: 'Bertindak sebagai' });
    await roles.getByRole('button', { name: /^Semua peran saya/, pressed: true }).waitFor();
    const faults = await visitor.look('choice');
    await roles.getByRole('button', { name: /Lembaga Pelatihan Contoh Timur/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    await roles.waitFor({ state: 'hidden' });
    await other
      .getByRole('link', { name: 'PKA Angkatan I Tahun 2026 (contoh)' })
      .waitFor({ state: 'hidden' });
    await other.getByRole('link', { name: 'PKA Angkatan II Tahun 2025 (contoh)' }).waitFor();
    await other.close();
    expect(await page.getByRole('link', { name: /LP-01/ }).count()).toBe(0);
    await page.goto('/cohorts');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: 'PKA Angkatan II Tahun 2025 (contoh)' }).waitFor();
    expect(await page.getByText('Lembaga Pelatihan Contoh Barat').count()).toBe(0);
    faults.push(...(await visitor.look('narrowed')));
    await page.goto('/account');
    await page.getByRole('button', { name: /^Semua peran saya/, pressed: false }).click();
    await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    await page.goto('/cohorts');
    await page.getByRole('link', { name: 'PKA Angkatan I Tahun 2026 (contoh)' }).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
