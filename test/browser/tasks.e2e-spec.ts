import type { Browser, Page } from 'playwright-core';
import { PublicApi, text, type Json } from '../e2e/public-api.js';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('the task list', () => {
  let server: SandboxServer;
  let browser: Browser;
  let lembaga: PublicApi;
  beforeAll(async () => {
    server = await sandboxServer();
    browser = await openBrowser();
    lembaga = await PublicApi.signIn(server.address, 'lembaga');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const arrive = async (who: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: `tasks-${who}`, size });
    await visitor.signIn(who);
    await visitor.page.waitForLoadState('networkidle');
    await visitor.page.goto('/tasks');
    await visitor.page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
    return visitor;
  };
  const tasksOf = async (kind: string) => {
    const { items } = await lembaga.expect(200, lembaga.get(`/tasks?kind=${kind}&limit=50`));
    return items as unknown as Json[];
  };
  const open = async (page: Page, person: string, label: string) => {
    await page.getByRole('link', { name: `${person} ${label}` }).click();
    await page.getByRole('heading', { level: 1, name: label }).waitFor();
  };

  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('narrows by its address, and a task is put off, taken on and handed over, on %s', async (_, size) => {
    const [first] = await tasksOf('assignMentor');
    const person = text(first?.['participant']?.['name']);
    const visitor = await arrive('lembaga', size);
    const { page } = visitor;
    const faults = await visitor.look('all');
    if (size === PHONE) await page.getByText('Cari tugas').click();
    await page.getByLabel('Jenis tugas').selectOption({ label: 'Menunjuk mentor' });
    await page.waitForURL(/kind=assignMentor/);
    await page
      .getByRole('link', { name: /Menetapkan penempatan/ })
      .first()
      .waitFor({ state: 'hidden' });
    await page.reload();
    await open(page, person, 'Menunjuk mentor');
    await page.getByRole('button', { name: 'Ambil' }).click();
    await page.getByRole('button', { name: 'Lepaskan' }).waitFor();
    await page.getByRole('button', { name: 'Tunda' }).click();
    await page.getByLabel('Sampai tanggal').fill('2026-02-09');
    faults.push(...(await visitor.look('defer')));
    await page.getByRole('dialog').getByRole('button', { name: 'Tunda', exact: true }).click();
    await page.getByText('Tugas ditunda').waitFor();
    await page.getByRole('button', { name: 'Serahkan' }).click();
    await page.getByLabel('Kepada').selectOption({ label: 'Contoh Pimpinan Barat' });
    await page.getByRole('dialog').getByRole('button', { name: 'Serahkan', exact: true }).click();
    await page.getByText('Tugas diserahkan').waitFor();
    await page.getByRole('link', { name: 'Semua tugas' }).click();
    await page.getByRole('link', { name: /1 Menunggu orang lain/ }).click();
    await page.waitForURL(/show=waiting/);
    await page.getByRole('link', { name: `${person} Menunjuk mentor` }).waitFor();
    faults.push(...(await visitor.look('waiting')));
    await open(page, person, 'Menunjuk mentor');
    await page.getByRole('button', { name: 'Lepaskan' }).click();
    await page.getByText('Tugas dilepaskan').waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('tells who has taken a task meanwhile and since when, and keeps what was typed', async () => {
    const [first] = await tasksOf('confirmPlacement');
    const person = text(first?.['participant']?.['name']);
    const [one, other] = [await arrive('lembaga', LAPTOP), await arrive('pimpinan', LAPTOP)];
    await open(one.page, person, 'Menetapkan penempatan');
    await one.page.getByLabel('Catatan').fill('Sudah saya periksa');
    await open(other.page, person, 'Menetapkan penempatan');
    await other.page.getByRole('button', { name: 'Ambil' }).click();
    await other.page.getByRole('button', { name: 'Lepaskan' }).waitFor();
    await one.page.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    await one.page
      .getByRole('alert')
      .getByText(/dipegang Contoh Pimpinan Barat sejak/)
      .waitFor();
    await one.page
      .getByRole('status')
      .getByText(/^Sejak 2 Februari 2026 pukul/)
      .waitFor();
    expect(await one.page.getByLabel('Catatan').inputValue()).toBe('Sudah saya periksa');
    const faults = await one.look('held');
    await other.page.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    await other.page.getByText(`Tersimpan: Menetapkan penempatan, ${person}`).waitFor();
    await one.page.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    await one.page.getByText(/diselesaikan oleh Contoh Pimpinan Barat/).waitFor();
    await one.page.getByText('Tugas ini sudah diselesaikan', { exact: true }).waitFor();
    expect(await one.page.getByLabel('Catatan').inputValue()).toBe('Sudah saya periksa');
    faults.push(...(await one.look('done-by-another')));
    expect(faults).toEqual([]);
    expect(other.complaints).toEqual([]);
    await one.leave();
    await other.leave();
  });

  it('tells that somebody was faster, reads the journey again and keeps what was typed', async () => {
    const task = (await tasksOf('confirmPlacement'))[0];
    const journey = text(task?.['journeyId']);
    const visitor = await arrive('lembaga', PHONE);
    const { page } = visitor;
    await page.goto(`/journeys/${journey}`);
    await page.getByRole('button', { name: 'Tetapkan penempatan' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Catatan').fill('Sesuai laporan');
    const moved = { type: 'assignmentChanged', payload: { unit: 'Biro Umum', effectiveOn: '2026-02-02' } };
    await lembaga.expect(200, lembaga.post(`/journeys/${journey}/events`, moved));
    await dialog.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    await dialog.getByText('Orang lain lebih cepat').waitFor();
    expect(await dialog.getByLabel('Catatan').inputValue()).toBe('Sesuai laporan');
    const faults = await visitor.look('faster');
    await dialog.getByRole('button', { name: 'Tetapkan penempatan' }).click();
    await page.getByText('Tersimpan: Tetapkan penempatan').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
    await visitor.leave();
  });
});
