import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  AuditChainCheck,
  type AuditFault,
  AuditTrail,
  BLANKED,
  type Caller,
  NOBODY,
  SYSTEM,
} from '#libs/access';
import { auditStore, createDataSource, migrate } from '#libs/persistence';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';

const NOW = '2026-04-06T01:00:00.000Z';

describe('the audit', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let now = NOW;
  const errors: string[] = [];
  const caller: Caller = {
    accountId: randomUUID(),
    personId: randomUUID(),
    username: 'lembaga',
    memberships: [{ org: randomUUID(), orgCode: 'LP-01', kind: 'institute', role: 'institute' }],
  };

  beforeEach(async () => {
    now = NOW;
    errors.length = 0;
    database = await cloneTemplateDatabase({ migrate });
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const trail = () =>
    new AuditTrail({
      store: auditStore(dataSource.manager),
      now: () => now,
      wall: () => NOW,
      newId: randomUUID,
      isOutOfReach: () => false,
      onError: (message) => errors.push(message),
    });
  const faults = async (): Promise<AuditFault[]> => {
    const store = auditStore(dataSource.manager);
    const check = new AuditChainCheck();
    const found: AuditFault[] = [];
    for (let page = await store.after(0, 7); page.length > 0; page = await store.after(check.entries, 7))
      found.push(...check.take(page));
    return [...found, ...check.end(await store.head())];
  };

  it('chains what several processes append at once, without a hole, each in its own order', async () => {
    const trails = [trail(), trail(), trail(), trail()];
    await Promise.all(
      trails.flatMap((one, t) =>
        Array.from({ length: 25 }, (_, i) =>
          one.audit(caller, { action: 'test.done', object: { kind: `t${t}`, id: String(i) } }),
        ),
      ),
    );
    const entries = await auditStore(dataSource.manager).after(0, 1000);
    expect(entries.map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    for (const t of [0, 1, 2, 3]) {
      const own = entries.filter(({ objectKind }) => objectKind === `t${t}`).map(({ objectId }) => objectId);
      expect(own).toEqual(Array.from({ length: 25 }, (_, i) => String(i)));
    }
    expect(await faults()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('names who, as what and where; keeps no secret', async () => {
    const [org] = caller.memberships;
    await trail().audit(caller, {
      action: 'account.created',
      object: { kind: 'account', id: 'a' },
      org: org?.org ?? '',
      reason: 'baru',
      after: { username: 'ani', password: 'rahasia', tokens: [{ tokenHash: 'x' }] },
    });
    await trail().audit(NOBODY, { action: 'session.refused' });
    await trail().audit(SYSTEM, { action: 'retention.run' });
    const entries = await auditStore(dataSource.manager).after(0, 9);
    expect(entries.map(({ actor }) => actor.role)).toEqual(['institute', null, 'system']);
    expect(entries[0]).toMatchObject({
      actor: { accountId: caller.accountId, personId: caller.personId, orgId: org?.org },
      data: { reason: 'baru', after: { username: 'ani', password: '•••', tokens: '•••' } },
    });
  });

  it('notes a reading once an hour, whichever process is asked; none of oneself', async () => {
    const subject = randomUUID();
    const reading = { action: 'journey.read', object: { kind: 'journey', id: 'j' }, subject };
    const [one, other] = [trail(), trail()];
    const twice = async () => {
      await one.read(caller, [reading, reading]);
      await other.read(caller, [reading, { ...reading, subject: caller.personId }]);
    };
    await twice();
    now = '2026-04-06T02:00:00.000Z';
    await twice();
    await Promise.all([one.stop(), other.stop()]);
    const entries = await auditStore(dataSource.manager).after(0, 9);
    expect(entries.map(({ at }) => at)).toEqual([NOW, now]);
    expect(await faults()).toEqual([]);
  });

  it('goes on when one entry is refused, and says so', async () => {
    const one = trail();
    await Promise.all([
      one.audit(caller, { action: 'test.first' }),
      one.audit(caller, { action: 'test.spoilt', subject: 'nobody' }),
      one.audit(caller, { action: 'test.last', after: { text: 'a\u0000b\ud800' } }),
    ]);
    const entries = await auditStore(dataSource.manager).after(0, 9);
    expect(entries.map(({ action }) => action)).toEqual(['test.first', 'test.last']);
    expect(errors).toEqual(['an entry of the audit was refused']);
    expect(await faults()).toEqual([]);
  });

  it('can only be added to; what was blanked must be announced', async () => {
    const one = trail();
    for (const action of ['a.one', 'a.two', 'a.three']) await one.audit(caller, { action, reason: 'Budi' });
    const run = (sql: string) => dataSource.query(sql);
    for (const sql of [
      `update audit_entry set action = 'a.other' where n = 2`,
      `update audit_entry set data = '{}' where n = 2`,
      `delete from audit_entry where n = 3`,
      `truncate audit_entry`,
    ])
      await expect(run(sql)).rejects.toThrow('insert-only');
    await run(`update audit_entry set data = null, salt = null, blanked_at = now() where n = 2`);
    expect(await faults()).toEqual([{ n: 2, fault: 'blankedWithoutEntry' }]);
    await one.audit(SYSTEM, { action: BLANKED, after: { entries: [2] } });
    expect(await faults()).toEqual([]);
    await expect(
      run(`update audit_entry set data = null, salt = null, blanked_at = now() where n = 4`),
    ).rejects.toThrow('insert-only');
  });

  it('betrays whoever gets past the trigger', async () => {
    const one = trail();
    for (const action of ['a.one', 'a.two', 'a.three', 'a.four'])
      await one.audit(caller, { action, reason: action });
    await dataSource.query('alter table audit_entry disable trigger user');
    await dataSource.query(`update audit_entry set data = data || '{"reason": "other"}' where n = 1`);
    await dataSource.query(`update audit_entry set action = 'a.other' where n = 2`);
    await dataSource.query(`delete from audit_entry where n = 4`);
    expect(await faults()).toEqual([
      { n: 1, fault: 'digest' },
      { n: 2, fault: 'hash' },
      { n: 3, fault: 'head' },
    ]);
  });
});
