import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { cloneTemplateDatabase, type TestDatabase } from '#libs/testing';
import { createDataSource, migrate, throwAway } from '../index.js';

const [LONG_AGO, CUT, LATELY] = ['2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'];
const BEFORE = { inbox: CUT, letters: CUT, operations: CUT };

describe('what is over', () => {
  let test: TestDatabase;
  let database: DataSource;
  beforeAll(async () => {
    test = await cloneTemplateDatabase({ migrate });
    database = await createDataSource({ connectionString: test.connectionString, poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  const sql = (text: string, values: unknown[] = []) => database.query<{ name: string }[]>(text, values);
  const names = async (text: string) => (await sql(text)).map(({ name }) => name);

  const letter = async (status: string, doneAt: string | null) => {
    const id = randomUUID();
    await sql(
      `insert into mail (id, recipient, status, next_attempt_at, created_at, done_at, cause) values ($1, $1, $2, $3, $3, $4, $2)`,
      [id, status, LONG_AGO, doneAt],
    );
    return id;
  };
  const item = (name: string, readAt: string | null, more: { mail?: string; tasks?: string[] } = {}) =>
    sql(
      `insert into inbox_item (org_id, recipient, ground, kind, role, message, task_kind, params, task_ids, at, read_at, mail, mail_id)
       values ($1, $1, $2, $3, 'coach', 'x', $4, '{}', $5, $6, $7, $8, $9)`,
      [
        ...[randomUUID(), name, more.tasks ? 'reminder' : 'notice', more.tasks ? 'coachSession' : null],
        ...[more.tasks ?? [], LONG_AGO, readAt, more.mail ? 'taken' : 'none', more.mail ?? null],
      ],
    );
  const task = async (status: 'open' | 'done') => {
    const id = randomUUID();
    await sql(
      `insert into task (org_id, id, instance_id, kind, key, role, candidate_role, status, opened_at, opened_by_seq, closed_at)
       values ($1, $1, $1, 'coachSession', 'coachSession', 'coach', 'coach', $2, $3, 1, $4)`,
      [id, status, LONG_AGO, status === 'open' ? null : LONG_AGO],
    );
    return id;
  };

  it('goes from inboxes once it was read long ago, and never while it is unread, undone or still to be mailed', async () => {
    await item('read long ago', LONG_AGO);
    await item('read lately', LATELY);
    await item('never read', null);
    await item('read, its letter is on its way', LONG_AGO, { mail: await letter('pending', null) });
    await item('read, its letter failed', LONG_AGO, { mail: await letter('failed', null) });
    await item('read, its letter went', LONG_AGO, { mail: await letter('sent', LATELY) });
    await item('read, to be done', LONG_AGO, { tasks: [await task('open')] });
    await item('read, done', LONG_AGO, { tasks: [await task('done')] });
    expect(await throwAway(database.manager, BEFORE)).toMatchObject({ inbox: 3 });
    expect(await names(`select ground as name from inbox_item order by 1`)).toEqual([
      ...['never read', 'read lately', 'read, its letter failed', 'read, its letter is on its way'],
      'read, to be done',
    ]);
  });

  it('goes of letters that were sent or dropped, and of none that was given up', async () => {
    await sql('delete from mail');
    for (const [status, at] of [
      ['sent', LONG_AGO],
      ['dropped', LONG_AGO],
      ['sent', LATELY],
    ] as const)
      await letter(status, at);
    for (const status of ['pending', 'failed']) await letter(status, null);
    expect(await throwAway(database.manager, BEFORE)).toMatchObject({ letters: 2 });
    expect(await names('select status as name from mail order by 1')).toEqual(['failed', 'pending', 'sent']);
  });

  it('goes of bulk operations with their lines, unless one of those failed', async () => {
    const operation = async (reason: string, status: string, finishedAt: string | null, line: string) => {
      const id = randomUUID();
      await sql(
        `insert into bulk_operation (org_id, id, ordered, reason, actor_id, actor_role, status, at, finished_at, acts)
         values ($1, $1, '{}', $2, 'a', 'institute', $3, $4, $5, '[]')`,
        [id, reason, status, LONG_AGO, finishedAt],
      );
      await sql(`insert into bulk_operation_item (operation_id, journey_id, status) values ($1, $1, $2)`, [
        ...[id, line],
      ]);
    };
    await operation('done long ago', 'done', LONG_AGO, 'done');
    await operation('refused long ago', 'done', LONG_AGO, 'refused');
    await operation('failed long ago', 'done', LONG_AGO, 'failed');
    await operation('done lately', 'done', LATELY, 'done');
    await operation('paused', 'paused', null, 'pending');
    expect(await throwAway(database.manager, BEFORE)).toMatchObject({ operations: 2 });
    expect(await names('select reason as name from bulk_operation order by 1')).toEqual([
      ...['done lately', 'failed long ago', 'paused'],
    ]);
    expect(await sql('select from bulk_operation_item')).toHaveLength(3);
  });

  it('goes once', async () => {
    expect(await throwAway(database.manager, BEFORE)).toEqual({ inbox: 0, letters: 0, operations: 0 });
  });
});
