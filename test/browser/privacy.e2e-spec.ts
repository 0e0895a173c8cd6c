import pg from 'pg';
import type { Browser } from 'playwright-core';
import { PublicApi, text, type Json } from '../e2e/public-api.js';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

describe('privacy and audit, in a browser', () => {
  let server: SandboxServer;
  let browser: Browser;
  let journey = '';
  beforeAll(async () => {
    [server, browser] = await Promise.all([sandboxServer(), openBrowser()]);
    const [lembaga, peserta] = await Promise.all(
      ['lembaga', 'peserta'].map((name) => PublicApi.signIn(server.address, name)),
    );
    if (!lembaga || !peserta) throw new Error('nobody came');
    const own = (await peserta.expect(200, peserta.get('/journeys')))['items']?.[0] as Json;
    journey = text(own['id']);
    await lembaga.expect(200, lembaga.get(`/journeys/${journey}`));
    // Somebody whose last role ended long ago.
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    await client.query(
      `with person as (insert into person (id) values (gen_random_uuid()) returning id),
       data as (insert into person_data (person_id, name) select id, 'Contoh Petugas Lama' from person)
       insert into past_membership (id, organisation_id, role, person_id, until, reason)
       select gen_random_uuid(), organisation.id, 'coach', person.id, '2014-05-01', 'pensiun'
       from person, organisation where code = 'LP-02'`,
    );
    await client.end();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const arrive = async (size: typeof LAPTOP, account: string) => {
    const visitor = await Visitor.arrive(browser, server.address, { name: `privacy-${account}`, size });
    await visitor.signIn(account);
    return visitor;
  };
  const go = async ({ page }: Visitor, link: string) => {
    await page.goto('/account');
    await page.getByRole('region', { name: 'Data pribadi' }).getByRole('link', { name: link }).click();
  };

  it.each([
    ['at a desk', LAPTOP, '081211112222'],
    ['on a phone', PHONE, '081233334444'],
  ])('asks for a correction and has it answered %s', async (_, size, phone) => {
    const visitor = await arrive(size, 'peserta');
    const { page } = visitor;
    await go(visitor, 'Data tentang saya');
    await page.getByRole('heading', { level: 1, name: 'Data tentang saya' }).waitFor();
    await page
      .getByRole('region', { name: 'Siapa yang melihat' })
      .getByText('Membaca halaman perjalanan')
      .first()
      .waitFor();
    const faults = await visitor.look('mine');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh semua data saya' }).click();
    expect((await download).suggestedFilename()).toBe('data-saya.json');
    await page.getByRole('button', { name: 'Minta perbaikan data' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Data yang salah').selectOption({ label: 'Telepon' });
    await dialog.getByLabel('Yang benar').fill(phone);
    await dialog.getByLabel('Alasan, dan apa buktinya').fill('nomor baru');
    faults.push(...(await visitor.look('correction')));
    await dialog.getByRole('button', { name: 'Kirim permintaan' }).click();
    await page
      .getByRole('article', { name: new RegExp(phone) })
      .getByText('Menunggu jawaban')
      .waitFor();

    const organiser = await arrive(size, 'lembaga');
    await go(organiser, 'Permintaan tentang data');
    const card = organiser.page.locator('#content').getByRole('article', { name: new RegExp(phone) });
    await card.waitFor();
    faults.push(...(await organiser.look('queue')));
    await card.getByRole('button', { name: 'Terima' }).click();
    const answer = organiser.page.getByRole('dialog');
    await answer.getByLabel('Jawaban untuk pemohon').fill('sesuai dokumen');
    await answer.getByRole('button', { name: 'Terima' }).click();
    await card.waitFor({ state: 'hidden' });

    await page.reload();
    await page.getByRole('region', { name: 'Identitas dan kontak' }).getByText(phone).waitFor();
    await page
      .getByRole('article', { name: new RegExp(phone) })
      .getByText('Jawaban: sesuai dokumen')
      .waitFor();
    expect(faults).toEqual([]);
    expect([...visitor.complaints, ...organiser.complaints]).toEqual([]);
    await visitor.leave();
    await organiser.leave();
  });

  it.each([
    ['at a desk', LAPTOP],
    ['on a phone', PHONE],
  ])('searches the audit %s', async (_, size) => {
    const visitor = await arrive(size, 'lembaga');
    const { page } = visitor;
    await go(visitor, 'Jejak audit');
    await page.getByRole('heading', { level: 1, name: 'Jejak audit' }).waitFor();
    const faults = await visitor.look('audit');
    await page.getByLabel('Perbuatan').selectOption({ label: 'Perbaikan data diterima' });
    await page.waitForURL(/action=correction\.accepted/);
    await page
      .getByRole('article', { name: 'Perbaikan data diterima' })
      .first()
      .getByText(/Telepon: .* menjadi 0812/)
      .waitFor();
    faults.push(...(await visitor.look('audit-found')));
    // The address can be sent.
    await page.goto('/audit?action=journey.read');
    await page.getByRole('article', { name: 'Membaca halaman perjalanan' }).first().waitFor();
    await page.getByRole('button', { name: 'Hapus penyaring' }).click();
    await page.waitForURL((url) => !url.search.includes('action'));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('previews what may be kept no longer and lets it go', async () => {
    const phone = await arrive(PHONE, 'operator');
    await go(phone, 'Masa simpan data');
    await phone.page.getByText('1 orang').first().waitFor();
    const faults = await phone.look('retention');
    const visitor = await arrive(LAPTOP, 'operator');
    const { page } = visitor;
    await go(visitor, 'Masa simpan data');
    await page.getByText('Tanpa nama bagi operator').waitFor();
    faults.push(...(await visitor.look('retention')));
    await page.getByRole('button', { name: 'Hapus sekarang' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Alasan').fill('masa simpan berakhir');
    faults.push(...(await visitor.look('retention-ask')));
    await dialog.getByRole('button', { name: 'Hapus sekarang' }).click();
    await page.getByText('Tidak ada yang harus dihapus').waitFor();
    await page.getByText('Alasan: masa simpan berakhir').waitFor();
    expect(faults).toEqual([]);
    expect([...visitor.complaints, ...phone.complaints]).toEqual([]);
    await phone.leave();
    await visitor.leave();
  });
});
