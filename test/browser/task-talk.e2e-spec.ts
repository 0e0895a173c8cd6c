import type { Browser } from 'playwright-core';
import { PublicApi, text, type Json } from '../e2e/public-api.js';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('a task that goes through several hands, in a browser', () => {
  let server: SandboxServer;
  let browser: Browser;
  let people: string[];
  beforeAll(async () => {
    server = await sandboxServer();
    browser = await openBrowser();
    const [lembaga, pimpinan] = [
      await PublicApi.signIn(server.address, 'lembaga'),
      await PublicApi.signIn(server.address, 'pimpinan'),
    ];
    const { items } = await lembaga.expect(200, lembaga.get('/tasks?kind=assignMentor&limit=2'));
    const tasks = items as unknown as Json[];
    const { personId: to } = await pimpinan.expect(200, pimpinan.get('/me'));
    for (const task of tasks)
      await lembaga.expect(200, lembaga.post(`/tasks/${text(task['id'])}/delegate`, { to, reason: 'Cuti' }));
    people = tasks.map((task) => text(task['participant']?.['name']));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each([
    ['a laptop', LAPTOP, 0],
    ['a phone', PHONE, 1],
  ])('is found by a saved view, talked about and given back, on %s', async (_, size, at) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: 'task-talk', size });
    const { page } = visitor;
    await visitor.signIn('pimpinan');
    await page.goto('/tasks?kind=assignMentor');
    await page.getByRole('button', { name: 'Simpan tampilan ini' }).click();
    await page.getByLabel('Nama tampilan').fill('Menunggu mentor');
    const faults = await visitor.look('save');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Tampilan Menunggu mentor tersimpan.').waitFor();
    await page.goto('/tasks');
    await page.getByRole('link', { name: 'Menunggu mentor' }).click();
    await page.waitForURL(/kind=assignMentor/);
    faults.push(...(await visitor.look('view')));

    await page.getByRole('link', { name: `${people[at] ?? ''} Menunjuk mentor` }).click();
    await page.getByText('Contoh Penyelenggara Barat menyerahkannya kepada Contoh Pimpinan Barat').waitFor();
    await page.getByLabel('Tulis pesan').fill('Mentornya sudah saya hubungi.');
    await page.getByRole('button', { name: 'Kirim pesan' }).click();
    await page.getByText('Mentornya sudah saya hubungi.').first().waitFor();
    await page.getByRole('button', { name: 'Kembalikan' }).click();
    const ask = page.getByRole('dialog', { name: 'Kembalikan' });
    await ask.getByLabel('Alasan').fill('Berkasnya ada pada Ibu.');
    faults.push(...(await visitor.look('return')));
    await ask.getByRole('button', { name: 'Kembalikan' }).click();
    await page
      .getByText('Contoh Pimpinan Barat mengembalikannya kepada Contoh Penyelenggara Barat')
      .waitFor();
    faults.push(...(await visitor.look('returned')));

    await page.goto('/tasks');
    await page.getByRole('button', { name: 'Hapus tampilan Menunggu mentor' }).click();
    await page.getByRole('link', { name: 'Menunggu mentor' }).waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
