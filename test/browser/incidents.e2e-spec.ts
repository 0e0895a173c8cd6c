import pg from 'pg';
import type { Browser } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const NAME = 'PKA insiden';
const MANY = 'PKA massal';

describe('incidents and bulk operations, in a browser', () => {
  let world: CohortWorld;
  let browser: Browser;
  let people: string[] = [];
  let many: string[] = [];
  let database: pg.Client;
  beforeAll(async () => {
    [world, browser] = await Promise.all([CohortWorld.begin(), openBrowser()]);
    const cohort = await world.opens({ pathway: 'flexible', name: NAME });
    const names = ['Contoh Ani', 'Contoh Budi', 'Contoh Citra'];
    people = await world.enrols(
      cohort,
      names.map((name) => ({ name })),
    );
    for (const journey of people) await world.isAssessed(journey, levels(3, { M2: 1 }), '2026-02-02');
    const other = await world.opens({ pathway: 'flexible', name: MANY });
    many = await world.enrols(other, [
      { name: 'Contoh Eka' },
      { name: 'Contoh Fajar' },
      { name: 'Contoh Gita' },
    ]);
    for (const journey of many) await world.isPlaced(journey, levels(3, { M2: 1 }), '2026-02-02');
    database = new pg.Client({ connectionString: world.connectionString });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await browser.close();
    await world.end();
  });

  /** A journey that goes by rules that are not there: whatever asks for them throws. */
  const rules = (journey: string | undefined, version: string) =>
    database.query(
      `update instance set snapshot = jsonb_set(snapshot, '{machine,context,versions,policy}', to_jsonb($2::text)) where id = $1`,
      [journey, version],
    );
  const fails = async (journey: string | undefined) => {
    const { rows } = await database.query<{ version: string }>(
      `select snapshot #>> '{machine,context,versions,policy}' as version from instance where id = $1`,
      [journey],
    );
    await rules(journey, '1999.1');
    const { status } = await world.send('lembaga', journey ?? '', 'placementConfirmed');
    expect(status).toBe(409);
    return rows[0]?.version ?? '';
  };

  const arrive = async (size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name: 'incidents', size });
    await visitor.signIn('lembaga');
    return visitor;
  };

  /** An operation as it stands in the middle of a long one: some are through, these wait. */
  const standsMidway = async (operation: string, waiting: string[]) => {
    const { lembaga } = world.as;
    for (const id of waiting)
      await lembaga.expect(200, lembaga.post(`/journeys/${id}/resume`, { reason: 'Kembali' }));
    await database.query(
      `update bulk_operation set status = 'running', lease_until = now() + interval '1 hour' where id = $1`,
      [operation],
    );
    await database.query(
      `update bulk_operation_item set status = 'pending', event = null, attempt = 2
       where operation_id = $1 and journey_id = any($2)`,
      [operation, waiting],
    );
  };

  it('are told with their cause, tried again one by one and together, and closed with a reason', async () => {
    const version = await fails(people[0]);
    await fails(people[1]);
    await fails(people[2]);
    const visitor = await arrive(LAPTOP);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Insiden', exact: true }).click();
    const ani = page.getByRole('article').filter({ hasText: 'Contoh Ani' });
    await ani.getByText(/versi aturan yang dipakai perjalanan ini tidak ada pada rilis ini/).waitFor();
    await ani.getByText('Giliran: Lembaga Pelatihan Contoh Barat').waitFor();
    const faults = await visitor.look('incidents');
    await ani.getByRole('button', { name: 'Coba lagi' }).click();
    await ani.getByText(/^2 kali dicoba/).waitFor();
    await rules(people[0], version);
    await ani.getByRole('button', { name: 'Coba lagi' }).click();
    await ani.waitFor({ state: 'hidden' });
    await rules(people[1], version);
    await page.getByRole('button', { name: 'Coba lagi semuanya' }).click();
    await page.getByText('1 berhasil').waitFor();
    await page.getByText('1 masih terbuka').waitFor();
    faults.push(...(await visitor.look('retried')));
    const citra = page.getByRole('article').filter({ hasText: 'Contoh Citra' });
    await citra.getByRole('button', { name: 'Tutup' }).click();
    await page.getByLabel('Alasan penutupan').fill('Ditetapkan dengan surat.');
    faults.push(...(await visitor.look('close')));
    await page.getByRole('button', { name: 'Tutup insiden' }).click();
    await page.getByText('Tidak ada insiden terbuka').waitFor();
    await rules(people[2], version);
    await page.getByText('Selesai', { exact: true }).first().click();
    await citra.getByText('Rincian dan riwayat').click();
    await citra.getByText(/Ditetapkan dengan surat\./).waitFor();
    faults.push(...(await visitor.look('resolved')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('tell of a letter that could not be delivered, which is tried again, and laid aside where that helps nobody', async () => {
    // What the mail room writes for letters that it gives up: one reader's address is unknown, another's as well.
    const { rows } = await database.query<{ id: string }>(
      `with reader as (select person_id, org_id, journey_id, row_number() over (order by journey_id) as number
           from enrolment where journey_id = any($1::uuid[])),
         letter as (insert into mail (recipient, status, attempts, cause, next_attempt_at, created_at)
           select person_id, 'failed', 3, 'EENVELOPE 550 <[address]> is unknown here', now(), now() from reader returning id, recipient),
         told as (insert into inbox_item (org_id, recipient, ground, kind, role, message, params, journey_ids, at, mail, mail_id)
           select org_id, person_id, 'letter ' || number, 'notice', 'participant', 'assignmentChanged', '{}', array[journey_id], now(), 'taken', letter.id
           from reader join letter on letter.recipient = reader.person_id),
         incident as (insert into incident (id, org_id, instance_id, kind, ref, cause, detail, status, at)
           select gen_random_uuid(), org_id, letter.id, 'mail', letter.id::text, 'EENVELOPE 550 <[address]> is unknown here', '', 'open', now()
           from reader join letter on letter.recipient = reader.person_id)
       select id from letter`,
      [many.slice(0, 2)],
    );
    expect(rows).toHaveLength(2);
    const visitor = await arrive(PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Insiden', exact: true }).click();
    const eka = page.getByRole('article').filter({ hasText: 'Contoh Eka' });
    const fajar = page.getByRole('article').filter({ hasText: 'Contoh Fajar' });
    await eka.getByText(/Server surel menolak alamat ini/).waitFor();
    await fajar.waitFor();
    const faults = await visitor.look('letters');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await eka.getByRole('button', { name: 'Coba lagi' }).click();
    // The word about it lies over the next letter's buttons on a phone, with the pointer on it, and must not hold them.
    await page.getByText('Sedang dicoba lagi.').waitFor();
    await eka.waitFor({ state: 'hidden' });
    await fajar.getByRole('button', { name: 'Tutup' }).click();
    await page.getByLabel('Alasan penutupan').fill('Sudah diberi tahu lewat telepon.');
    await page.getByRole('button', { name: 'Tutup insiden' }).click();
    await page.getByText('Tidak ada insiden terbuka').waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('let many people be suspended after a look at what follows, and what was refused be tried again', async () => {
    const visitor = await arrive(LAPTOP);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Tindakan massal' }).click();
    await page.getByRole('link', { name: 'Tindakan massal baru' }).click();
    await page.getByRole('radio', { name: 'Jeda perjalanan' }).waitFor();
    const begin = async (action: string) => {
      await page.getByRole('radio', { name: action }).click();
      await page.getByRole('combobox', { name: 'Angkatan' }).click();
      await page.getByRole('option', { name: MANY }).click();
      await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
      await page.getByRole('region', { name: 'Yang akan terjadi' }).waitFor();
    };
    await begin('Jeda perjalanan');
    await page.getByText('3 dari 3 peserta akan berubah, 0 ditolak').waitFor();
    const start = page.getByRole('button', { name: 'Mulai (3 peserta)' });
    expect(await start.isDisabled()).toBe(true);
    const faults = await visitor.look('preview');
    await page.getByLabel('Alasan').fill('Gempa di daerah asal.');
    await start.click();
    await page.getByRole('heading', { level: 1, name: 'Jeda perjalanan' }).waitFor();
    await page.getByText('100% · 3 berhasil, 0 ditolak, 0 gagal, 0 menunggu, dari 3').waitFor();
    faults.push(...(await visitor.look('operation')));
    await standsMidway(page.url().split('/').at(-1) ?? '', many.slice(1));
    await page.reload();
    await page.getByText('33% · 1 berhasil, 0 ditolak, 0 gagal, 2 menunggu, dari 3').waitFor();
    await page.getByRole('button', { name: 'Jeda', exact: true }).click();
    await page.getByText('Dijeda', { exact: true }).waitFor();
    faults.push(...(await visitor.look('paused')));
    await page.getByRole('button', { name: 'Lanjutkan', exact: true }).click();
    await page.getByText('100% · 3 berhasil, 0 ditolak, 0 gagal, 0 menunggu, dari 3').waitFor();
    await page.getByRole('link', { name: 'Semua tindakan massal' }).click();
    await page.getByText('Gempa di daerah asal.', { exact: true }).waitFor();
    faults.push(...(await visitor.look('operations')));
    // One goes on meanwhile, so that resuming all of them is refused for him.
    const { lembaga } = world.as;
    await lembaga.expect(200, lembaga.post(`/journeys/${many[0] ?? ''}/resume`, { reason: 'Sudah pulih' }));
    await page.getByRole('link', { name: 'Tindakan massal baru' }).click();
    await begin('Lanjutkan perjalanan');
    await page.getByText('2 dari 3 peserta akan berubah, 1 ditolak').waitFor();
    await page.getByLabel('Alasan').fill('Jalan sudah terbuka.');
    await page.getByRole('button', { name: 'Mulai (2 peserta)' }).click();
    await page.getByText(/2 berhasil, 1 ditolak/).waitFor();
    await page.getByText('Perjalanan ini tidak sedang dijeda.').waitFor();
    await page.getByRole('button', { name: 'Coba lagi yang belum berhasil' }).click();
    await page.getByText('diulang untuk yang belum berhasil', { exact: false }).waitFor();
    faults.push(...(await visitor.look('refused')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('move one deadline of some people by days, chosen one by one, on a phone', async () => {
    const visitor = await arrive(PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Tindakan massal' }).click();
    await page.getByRole('link', { name: 'Tindakan massal baru' }).click();
    await page.getByRole('radio', { name: 'Pindahkan tenggat' }).click();
    await page.getByRole('combobox', { name: 'Tenggat' }).click();
    await page.getByRole('option', { name: 'Masa keberatan berakhir' }).click();
    await page.getByRole('combobox', { name: 'Angkatan' }).click();
    await page.getByRole('option', { name: MANY }).click();
    await page.getByRole('radio', { name: 'Pilih satu per satu' }).click();
    await page.getByRole('checkbox', { name: /Contoh Fajar/ }).click();
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByText('1 dari 1 peserta akan berubah').waitFor();
    expect(await visitor.look('reschedule')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.getByLabel('Alasan').fill('Libur daerah.');
    await page.getByRole('button', { name: 'Mulai (1 peserta)' }).click();
    await page.getByText(/1 berhasil, 0 ditolak/).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
