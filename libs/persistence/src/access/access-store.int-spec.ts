import type { DataSource } from 'typeorm';
import {
  createAccount,
  endLapsedRoles,
  organisationsOf,
  type AccountRequest,
  type AuditAct,
  type PersonalData,
} from '#libs/access';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { accessStore } from './access-store.js';

const person = (nip: string | null, name: string): PersonalData => ({
  nip,
  name,
  birthDate: '1980-02-29',
  sex: 'female',
  email: null,
  phone: null,
});

describe('the access store', () => {
  let test: TestDatabase;
  let database: DataSource;
  let store: ReturnType<typeof accessStore>;
  beforeAll(async () => {
    test = await cloneTemplateDatabase({ migrate });
    database = await createDataSource({ connectionString: test.connectionString }).initialize();
    store = accessStore(database.manager);
    await store.saveOrganisations([{ code: 'INS-01', kind: 'agency', name: 'Satu', zone: 'Asia/Jakarta' }]);
  });
  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  const orphans = async () => {
    const sql =
      'select id from person where redacted_at is null and id not in (select person_id from person_data)';
    return database.query<unknown[]>(sql);
  };

  it('keeps the id of whoever bears a NIP, and takes the newer data', async () => {
    const [first] = await store.savePersons([person('198002292005012001', 'Sri')]);
    const [again, other] = await store.savePersons([
      person('198002292005012001', 'Sri Rahayu'),
      person('198002292005012002', 'Budi'),
    ]);
    expect(again).toMatchObject({ id: first?.id, name: 'Sri Rahayu', birthDate: '1980-02-29' });
    expect(other?.id).not.toBe(first?.id);
    expect(await store.personsByNip(['198002292005012001'])).toEqual([again]);
    expect(await orphans()).toEqual([]);
  });

  it('takes one NIP in two rows for one person, and people without one for several', async () => {
    const saved = await store.savePersons([
      person('1', 'A'),
      person('1', 'B'),
      person(null, 'C'),
      person(null, 'C'),
    ]);
    expect(saved.map(({ name }) => name)).toEqual(['B', 'B', 'C', 'C']);
    expect(new Set(saved.map(({ id }) => id)).size).toBe(3);
  });

  it('makes one person of a NIP that two enter at the same moment', async () => {
    const both = await Promise.all(
      [1, 2, 3, 4].map((run) => store.savePersons([person('777', `Run ${run}`)])),
    );
    expect(new Set(both.flat().map(({ id }) => id)).size).toBe(1);
    expect(await orphans()).toEqual([]);
  });

  it('redacts a person once: the id stays, what is personal is gone', async () => {
    const [saved] = await store.savePersons([person('888', 'Ani')]);
    const id = saved?.id ?? '';
    expect(await store.redactPerson(id, '2026-01-05T01:00:00.000Z')).toBe(true);
    expect(await store.redactPerson(id, '2026-01-06T01:00:00.000Z')).toBe(false);
    expect(await store.personsById([id])).toEqual([
      { id, redacted: true, nip: null, name: '', birthDate: null, sex: null, email: null, phone: null },
    ]);
    expect(await store.personsByNip(['888'])).toEqual([]);
  });

  it('finds who has a role, with or without an account', async () => {
    const [withAccount, without] = await store.savePersons([person('901', 'Coach'), person('902', 'Mentor')]);
    const [agency] = await store.organisationsByCode(['INS-01']);
    await createAccount(store, {
      username: 'coach',
      password: 'a password',
      personId: withAccount?.id ?? null,
      memberships: [{ orgCode: 'INS-01', role: 'coach' }],
    });
    const membership = { organisationId: agency?.id ?? '', role: 'coach', accountId: null } as const;
    await store.addMembership({ ...membership, personId: without?.id ?? '' });
    await store.addMembership({ ...membership, personId: without?.id ?? '' });
    const coaches = await store.personsWithRole(agency?.id ?? '', 'coach');
    expect(coaches.map(({ nip }) => nip)).toEqual(['901', '902']);
  });

  it('refuses a user name that is taken and an organisation that is not there, and writes nothing then', async () => {
    const request = { username: ' Rani ', password: 'x', memberships: [] };
    expect(await createAccount(store, request)).toMatchObject({ ok: true });
    expect(await createAccount(store, { ...request, username: 'RANI' })).toMatchObject({
      ok: false,
      refusal: { code: 'access.username_taken' },
    });
    const lost = { username: 'lost', password: 'x', memberships: [{ orgCode: 'NIX', role: 'lan' as const }] };
    expect(await createAccount(store, lost)).toMatchObject({
      ok: false,
      refusal: { code: 'access.organisation_unknown', params: { code: 'NIX' } },
    });
    expect(await store.accountByUsername('lost')).toBeNull();
  });

  describe('a session', () => {
    const at = '2026-01-05T01:00:00.000Z';
    const opened = async (username: string, memberships: AccountRequest['memberships']) => {
      await createAccount(store, { username, password: 'a password', memberships });
      const account = await store.accountByUsername(username);
      const session = { createdAt: at, expiresAt: '2026-01-05T02:00:00.000Z', address: null, agent: null };
      await store.insertSession({ tokenHash: username, accountId: account?.id ?? '', ...session });
      return {
        held: await store.rolesHeld(account?.id ?? '', at),
        caller: (day = at) => store.callerOfSession(username, at, day),
      };
    };

    it('is narrowed to one membership of its own account, and widened again when that one is gone', async () => {
      const { held, caller } = await opened('two-roles', [
        { orgCode: 'INS-01', role: 'mentor' },
        { orgCode: 'INS-01', role: 'superior' },
      ]);
      expect(await caller()).toMatchObject({
        actingAs: null,
        memberships: [{ role: 'mentor' }, { role: 'superior' }],
      });
      const id = held[1]?.id ?? '';
      expect(await store.narrowSession('two-roles', id)).toBe(true);
      expect(await caller()).toMatchObject({ actingAs: id, memberships: [{ role: 'superior' }] });
      const other = await opened('one-role', [{ orgCode: 'INS-01', role: 'agency' }]);
      expect(await store.narrowSession('one-role', id)).toBe(false);
      expect(await other.caller()).toMatchObject({ actingAs: null });
      await database.query('delete from membership where id = $1', [id]);
      expect(await caller()).toMatchObject({ actingAs: null, memberships: [{ role: 'mentor' }] });
    });

    it('is nobody any more in a role whose last day is over where its organisation is', async () => {
      // Midnight in Jakarta is five in the afternoon, UTC.
      const [before, after] = ['2026-01-10T16:59:59.000Z', '2026-01-10T17:00:00.000Z'];
      const { held, caller } = await opened('until-a-day', [
        { orgCode: 'INS-01', role: 'mentor' },
        { orgCode: 'INS-01', role: 'superior' },
      ]);
      const id = held[1]?.id ?? '';
      await store.planEnd(id, { until: '2026-01-10', reason: 'Purnatugas', by: null });
      expect(await caller(before)).toMatchObject({ memberships: [{ role: 'mentor' }, { role: 'superior' }] });
      expect((await caller(after))?.memberships).toMatchObject([{ role: 'mentor' }]);
      await store.narrowSession('until-a-day', id);
      expect((await caller(after))?.memberships).toEqual([]);
      const account = await store.accountByUsername('until-a-day');
      expect((await store.rolesHeld(account?.id ?? '', after)).map(({ role }) => role)).toEqual(['mentor']);
      expect(await store.rolesHeld(account?.id ?? '', before)).toMatchObject([
        { role: 'mentor', until: null },
        { role: 'superior', until: '2026-01-10' },
      ]);

      const acts: AuditAct[] = [];
      const trail = {
        audit: async (_: unknown, act: AuditAct) => {
          acts.push(act);
        },
      };
      expect(await endLapsedRoles(store, trail, before)).toBe(0);
      expect(await endLapsedRoles(store, trail, after)).toBe(1);
      expect(await endLapsedRoles(store, trail, after)).toBe(0);
      expect(acts).toMatchObject([{ action: 'role.lapsed', object: { id }, reason: 'Purnatugas' }]);
      const [past] = await database.query<{ until: Date; reason: string }[]>(
        'select until, reason from past_membership where id = $1',
        [id],
      );
      expect([past?.until.toISOString(), past?.reason]).toEqual([after, 'Purnatugas']);
      // Nothing holds the session to a role that is gone.
      expect((await caller(after))?.memberships).toMatchObject([{ role: 'mentor' }]);
    });

    it("reaches an agency's units at every depth, for its personnel officers and its admins alone", async () => {
      const [top, middle, low] = await store.saveOrganisations(
        ['INS-09', 'INS-09-1', 'INS-09-1-1'].map((code) => ({
          ...{ code, kind: 'agency' as const, name: code, zone: 'Asia/Jakarta' },
        })),
      );
      await store.placeUnder(middle?.id ?? '', top?.id ?? '');
      await store.placeUnder(low?.id ?? '', middle?.id ?? '');
      const { caller } = await opened('officer', [
        { orgCode: 'INS-09', role: 'agency' },
        { orgCode: 'INS-09-1', role: 'mentor' },
      ]);
      const known = await caller();
      if (!known) throw new Error('nobody is signed in');
      expect(new Set(organisationsOf(known, 'agency'))).toEqual(new Set([top?.id, middle?.id, low?.id]));
      expect(organisationsOf(known, 'mentor')).toEqual([middle?.id]);
    });
  });

  it('keeps units a tree of agencies', async () => {
    const [one, other, institute] = await store.saveOrganisations([
      { code: 'T-1', kind: 'agency', name: 'T 1', zone: 'Asia/Jakarta' },
      { code: 'T-2', kind: 'agency', name: 'T 2', zone: 'Asia/Jakarta' },
      { code: 'T-3', kind: 'institute', name: 'T 3', zone: 'Asia/Jakarta' },
    ]);
    const [a, b, c] = [one?.id ?? '', other?.id ?? '', institute?.id ?? ''];
    await store.placeUnder(b, a);
    await expect(store.placeUnder(a, b)).rejects.toThrow('not a unit of its own units');
    await expect(store.placeUnder(a, a)).rejects.toThrow();
    await expect(store.placeUnder(c, a)).rejects.toThrow('only an agency has units');
    await expect(store.placeUnder(a, c)).rejects.toThrow('only an agency has units');
  });

  it('hashes passwords with argon2id', async () => {
    await createAccount(store, { username: 'hashed', password: 'secret', memberships: [] });
    expect((await store.accountByUsername('hashed'))?.passwordHash).toMatch(/^\$argon2id\$/);
  });
});
