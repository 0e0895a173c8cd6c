import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PublicApi, text, type Json } from '../e2e/public-api.js';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const SIZES = [
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
] as const;

describe('who stands in and who may not, in a browser', () => {
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

  const arrive = async (who: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: `deputies-${who}`, size });
    await visitor.signIn(who);
    return visitor;
  };

  it.each(SIZES)(
    'says for which institutes somebody stands in, and where nobody does, on %s',
    async (_, size) => {
      const visitor = await arrive('coach', size);
      const { page } = visitor;
      await page.goto('/account');
      const part = page.getByRole('region', { name: 'Wakil saat Anda berhalangan' });
      await page
        .getByText('Tidak ada yang dapat mewakili Anda sebagai Coach di Lembaga Pelatihan Contoh Timur')
        .waitFor();
      await page
        .getByRole('combobox', { name: 'Wakil' })
        .selectOption({ label: 'Contoh Coach Pengganti (Coach di Lembaga Pelatihan Contoh Barat)' });
      await page
        .getByText('Mewakili Anda sebagai Coach di Lembaga Pelatihan Contoh Barat.', { exact: true })
        .waitFor();
      const faults = await visitor.look('choosing');
      await part.getByLabel('Sampai').fill('2026-12-31');
      await part.getByLabel('Alasan').fill('Cuti');
      await page.getByRole('button', { name: 'Tetapkan wakil' }).click();
      await page.getByText('Contoh Coach Pengganti, 2 Februari 2026 sampai 31 Desember 2026').waitFor();
      faults.push(...(await visitor.look('named')));
      await part.getByRole('button', { name: 'Cabut', exact: true }).click();
      await page.getByText('Belum ada wakil.').waitFor();
      expect(faults).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );

  it.each(SIZES)('says why there is nobody to whom a task can be handed, on %s', async (_, size) => {
    const api = await PublicApi.signIn(server.address, 'coach');
    const { items } = await api.expect(200, api.get('/tasks?limit=200'));
    const [task] = items as unknown as Json[];
    const visitor = await arrive('coach', size);
    const { page } = visitor;
    await page.goto(`/tasks/${text(task?.['id'])}`);
    await page.getByRole('button', { name: 'Serahkan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Tidak ada orang lain dengan peran ini/).waitFor();
    expect(await dialog.getByLabel('Kepada').count()).toBe(0);
    const faults = await visitor.look('hand-over');
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it.each(SIZES)('shows nothing of a page to whoever may not open it, on %s', async (_, size) => {
    const visitor = await arrive('peserta', size);
    const { page } = visitor;
    const organisations = await PublicApi.signIn(server.address, 'lan');
    const { items } = await organisations.expect(200, organisations.get('/organisations?kind=institute'));
    const faults: string[] = [];
    // Of a page's questions another may be refused before the first.
    await page.route('**/api/v1/retention/preview', async (route) => {
      await pause(700);
      await route.continue();
    });
    for (const path of [
      'audit',
      'retention',
      `administration/${text(items?.[0]?.['id'])}`,
      'administration/accounts',
    ]) {
      await page.goto(`/${path}`);
      await page.getByRole('heading', { name: 'Halaman ini bukan untuk Anda' }).waitFor();
      expect(await page.locator('main').getByRole('heading').count()).toBe(1);
      expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
      faults.push(...(await visitor.look(`closed-${path.split('/')[0] ?? ''}`)));
    }
    expect(faults).toEqual([]);
    await visitor.leave();
  });

  it.each(SIZES)('does not offer an admin what always fails, and says why, on %s', async (_, size) => {
    const visitor = await arrive('admin', size);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Lembaga Pelatihan Contoh Barat' }).click();
    await page
      .getByText('Akun Anda sendiri: hanya admin lain atau LAN yang dapat menonaktifkannya.')
      .waitFor();
    await page
      .getByText(/^Juga bertugas di organisasi lain/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /^Nonaktifkan akun Contoh Admin Barat/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Nonaktifkan akun Contoh Coach$/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Nonaktifkan akun Contoh Coach Pengganti' }).waitFor();
    const faults = await visitor.look('members');
    expect(await page.getByLabel('Cari nama, nama pengguna, atau NIP').getAttribute('maxlength')).toBe('100');
    await page.goto('/audit');
    await page.getByRole('heading', { level: 1, name: 'Jejak audit' }).waitFor();
    faults.push(...(await visitor.look('audit')));
    const long = 'x'.repeat(201);
    await page.goto(`/audit?q=${long}`);
    await page.getByText('Kata yang dicari paling panjang 200 huruf. Pendekkan, lalu cari lagi.').waitFor();
    faults.push(...(await visitor.look('audit-too-long')));
    expect(faults).toEqual([]);
    await visitor.leave();
  });
});
