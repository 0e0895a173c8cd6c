import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { titian } from './titian-process.js';

interface Line {
  action: string;
  actionName: string;
  source: string;
  actor: { id: string; name: string; role: string | null };
  subject: { id: string; name: string } | null;
  object: { kind: string; name: string | null } | null;
  reason: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
  requestId: string | null;
  address: string | null;
}

describe('the audit', () => {
  let server: SandboxServer;
  let as: Record<'lan' | 'lembaga' | 'lembaga2' | 'instansi' | 'peserta' | 'coach', PublicApi>;
  beforeAll(async () => {
    server = await sandboxServer();
    const names = ['lan', 'lembaga', 'lembaga2', 'instansi', 'peserta', 'coach'] as const;
    const apis = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, index) => [name, apis[index]])) as typeof as;
  });
  afterAll(() => server.stop());

  const found = async (api: PublicApi, query: string): Promise<Line[]> =>
    (await api.expect(200, api.get(`/audit?${query}`)))['items'] as unknown as Line[];
  /** Readings are written behind the answer. */
  const soon = async (look: () => Promise<Line[]>): Promise<Line[]> => {
    for (let round = 0; round < 50; round += 1) {
      const lines = await look();
      if (lines.length > 0) return lines;
      await pause(50);
    }
    return [];
  };
  const firstOf = async (api: PublicApi): Promise<Json> =>
    (await api.expect(200, api.get('/journeys?limit=1')))['items']?.[0] as Json;

  it('has on record who read of whom, once an hour, and not what one reads of oneself', async () => {
    const { instansi, lembaga, peserta, lembaga2 } = as;
    const line = await firstOf(instansi);
    const id = text(line['id']);
    const person = text(line['participant']?.['id']);
    for (let round = 0; round < 3; round += 1) {
      await instansi.expect(200, instansi.get(`/journeys/${id}`));
      await instansi.expect(200, instansi.get(`/journeys/${id}/history`));
    }
    const lines = await soon(async () => {
      const all = await found(lembaga, `subject=${person}`);
      return all.filter(({ action }) => action.endsWith('.read')).length < 2 ? [] : all;
    });
    const readings = lines.filter(({ action, actor }) => action.endsWith('.read') && actor.role !== null);
    expect(readings.map(({ action }) => action).sort()).toEqual(['history.read', 'journey.read']);
    expect(readings[0]).toMatchObject({
      subject: { id: person },
      actor: { role: 'sending agency' },
      source: 'audit',
    });
    expect(readings[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(readings[0]?.address).toContain('127.0.0.1');
    // Another institute learns nothing of it.
    expect(await found(lembaga2, `subject=${person}`)).toEqual([]);

    const own = await firstOf(peserta);
    await peserta.expect(200, peserta.get(`/journeys/${text(own['id'])}`));
    await pause(300);
    const self = text(own['participant']?.['id']);
    expect((await found(as.lan, `actor=${self}`)).filter(({ action }) => action.endsWith('.read'))).toEqual(
      [],
    );
  });

  it('tells an administrator who sees no journeys what was read and by whom, not of whom', async () => {
    const { instansi, lembaga } = as;
    const line = await firstOf(instansi);
    const [id, person] = [text(line['id']), text(line['participant']?.['id'])];
    const name = text(line['participant']?.['name']);
    await instansi.expect(200, instansi.get(`/journeys/${id}/decisions`));
    const inFull = await soon(() => found(lembaga, `subject=${person}&action=decisions.read`));
    expect(inFull).toMatchObject([{ subject: { id: person, name }, object: { kind: 'journey' } }]);
    const admin = await PublicApi.signIn(server.address, 'admin');
    const bare = await found(admin, 'action=decisions.read');
    expect(bare.length).toBeGreaterThan(0);
    for (const one of bare) expect(one).toMatchObject({ subject: null, object: null, reason: null });
    expect(bare[0]?.actor.name).toBe('Contoh Kepegawaian');
    const everything = JSON.stringify(await found(admin, 'limit=200'));
    for (const told of [id, person, name]) expect(everything).not.toContain(told);
    for (const query of [`subject=${person}`, `subject=${encodeURIComponent(name)}`, `q=${id}`])
      expect(await found(admin, query)).toEqual([]);
    const decided = await found(admin, 'action=journey.verdictConfirmed');
    expect(decided.length).toBeGreaterThan(0);
    expect(decided.every(({ subject, object }) => subject === null && object === null)).toBe(true);
  });

  it('says names and roles where ids are kept', async () => {
    const { coach, lan } = as;
    const { memberships } = await coach.expect(200, coach.get('/me'));
    const [first] = memberships as unknown as Json[];
    await coach.expect(200, coach.put('/me/role', { membership: first?.['id'] }));
    await coach.expect(200, coach.put('/me/role', { membership: null }));
    const west = 'coach · Lembaga Pelatihan Contoh Barat';
    expect((await found(lan, 'action=role.chosen')).map(({ changes }) => changes)).toEqual([
      [{ field: 'Role', before: null, after: 'all roles at once' }],
      [{ field: 'Role', before: null, after: west }],
    ]);
    await coach.expect(
      200,
      coach.put('/me/deputy', { deputy: 'coach2', until: '2026-12-31', reason: 'Cuti' }),
    );
    const [named] = await found(lan, 'action=deputy.named');
    expect(named?.changes).toContainEqual({ field: 'Deputy', before: '—', after: 'Contoh Coach Pengganti' });
    await coach.expect(204, coach.delete('/me/deputy'));
  });

  it('has on record what was done, why, and with what; a repeat and a refusal not', async () => {
    const { lembaga, lan } = as;
    const cohort = {
      ...{ programme: 'PKA', pathway: 'flexible', assessmentOption: 'separate', name: 'PKA dalam jejak' },
      ...{ zone: 'Asia/Jakarta', startsOn: '2027-03-01', endsOn: '2027-04-23' },
      stages: [
        { stage: 'selfLearning', from: '2027-03-01', to: '2027-03-19' },
        { stage: 'eLearning', from: '2027-03-23', to: '2027-04-02' },
        { stage: 'classical', from: '2027-04-12', to: '2027-04-23' },
      ],
    };
    const key = { headers: { 'Idempotency-Key': 'audit-cohort' } };
    const opened = await lembaga.expect(201, lembaga.post('/cohorts', cohort, key));
    await lembaga.post('/cohorts', cohort, key);
    await lembaga.post('/cohorts', { ...cohort, programme: 'XXX' });
    const [one, ...others] = await found(
      lembaga,
      `action=cohort.opened&q=${encodeURIComponent('dalam jejak')}`,
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      actionName: 'Opened a cohort',
      object: { kind: 'cohort', name: 'PKA dalam jejak' },
      actor: { role: 'organiser' },
    });
    expect(one?.changes).toContainEqual({ field: 'Starts', before: null, after: '1 March 2027' });

    const id = text(opened['id']);
    await lembaga.expect(
      200,
      lembaga.patch(`/cohorts/${id}`, {
        startsOn: '2027-03-01',
        endsOn: '2027-04-24',
        reason: 'libur',
        preview: true,
      }),
    );
    expect(await found(lan, 'action=cohort.changed')).toEqual([]);
  });

  it('shows the decisions of the journeys beside it, newest first, page by page', async () => {
    const { lan, lembaga } = as;
    const decisions = await found(lembaga, 'action=journey.verdictConfirmed&limit=200');
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.every(({ source }) => source === 'journeyLog')).toBe(true);
    const all: Json[] = [];
    let cursor = '';
    do {
      const page = await lan.expect(200, lan.get(`/audit?limit=40${cursor && `&cursor=${cursor}`}`));
      all.push(...(page['items'] as unknown as Json[]));
      cursor = text(page['nextCursor']);
    } while (cursor !== '');
    const ids = all.map((one) => text(one['id']));
    expect(new Set(ids).size).toBe(ids.length);
    const times = all.map((one) => Date.parse(text(one['at'])));
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('is for whoever it is for; an export of it is on record itself', async () => {
    for (const api of [as.peserta, as.instansi, as.coach]) expect((await api.get('/audit')).status).toBe(403);
    const sheet = await fetch(`${server.address}/api/v1/audit.xlsx?action=cohort`, {
      headers: { Authorization: `Bearer ${as.lan.bearer ?? ''}` },
    });
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
    expect(await found(as.lan, 'action=export.audit')).toMatchObject([{ action: 'export.audit' }]);
  });

  it('is verified with the rest of the record', async () => {
    const verify = async () => {
      const { child, output } = titian(['verify', '--json'], {
        DATABASE_URL: server.connectionString,
        TITIAN_SANDBOX: 'true',
      });
      await once(child, 'close');
      return { code: child.exitCode, output: output() };
    };
    expect((await verify()).code).toBe(0);
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    await client.query('alter table audit_entry disable trigger user');
    await client.query(`update audit_entry set action = 'nothing' where n = 1`);
    const { code, output } = await verify();
    expect(code).toBe(1);
    expect(output).toContain('"audit.hash"');
    await client.end();
  });
});
