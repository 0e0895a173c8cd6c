import { join } from 'node:path';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { Client } from 'pg';
import { decide, mayEver, MEMBERSHIP_ROLES, organisationsOf, type CallerMembership } from '#libs/access';
import { loadKnowledge } from '#libs/knowledge';
import { createLog, parseSettings } from '#libs/platform';
import type { TestDatabase } from '#libs/testing';
import { callerOf, rememberCaller } from '../../../apps/api/src/auth/current-actor.decorator.js';
import { compose, type Composition } from '../../../apps/titian/src/composition/compose.js';
import { projectRoot } from '../../../apps/titian/src/project-root.js';
import { readSandboxFiles } from '../../../apps/titian/src/sandbox/sandbox-files.js';
import { PublicApi } from '../public-api.js';
import { sandboxDatabase } from '../sandbox-server.js';
import { digestOf } from './digest.js';
import { addressOf, everyQuestion, verdictOf, type Asked } from './questions.js';
import { addRare, readRecord, settleStrangers, standing, type WholeRecord } from './record.js';
import { bodyFor, describedRoutes, type Described } from './routes.js';

/** Behind every check of the API the caller has every role in every organisation: no use case has a reason to say no. */
class Almighty implements NestInterceptor {
  constructor(private readonly memberships: CallerMembership[]) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = callerOf(request);
    if (caller) rememberCaller(request, { ...caller, memberships: this.memberships });
    return next.handle();
  }
}

const ANSWERING = ['admin', 'institute'] as const;

/** $1 the organisations for which somebody asks. */
const OF_ORGANISATIONS: Record<string, string> = {
  audit: `select id::text from audit_entry where org_id = any($1) or actor_org = any($1)
    union all select md5(instance_id || '.' || seq) from event where org_id = any($1)`,
  'data-requests': `select id::text from data_request where person_id in (
    select person_id from enrolment where org_id = any($1) or agency_org_id = any($1)
    union all select coalesce(membership.person_id, account.person_id) from membership left join account on account.id = account_id
      where organisation_id = any($1))`,
  accounts: `select account_id::text as id from membership where organisation_id = any($1)`,
};

describe('every writing route, for every role, with the checks of its use case switched off', () => {
  let database: TestDatabase;
  let db: Client;
  let product: Composition;
  let address: string;
  let record: WholeRecord;
  let api: Described;
  const hidden: string[] = [];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    database = await sandboxDatabase();
    db = new Client({ connectionString: database.connectionString });
    await db.connect();
    await settleStrangers(db);
    await addRare(db);
    record = await readRecord(db);
    const config = join(projectRoot(), 'config');
    product = await compose({
      settings: parseSettings({ TITIAN_SANDBOX: 'true' }),
      connectionString: database.connectionString,
      knowledge: loadKnowledge(config),
      log: createLog({
        level: 'error',
        write: (line) => /row-level security/.test(line) && hidden.push(line),
      }),
      sandboxBegins: readSandboxFiles(config).stands,
    });
    product.app.useGlobalInterceptors(new Almighty(await everyRole()));
    await product.app.listen(0, '127.0.0.1');
    address = await product.app.getUrl();
    api = await describedRoutes(address);
    for (const { username } of record.accounts)
      tokens.set(username, (await PublicApi.signIn(address, username)).bearer ?? '');
  });
  afterAll(async () => {
    await product.close();
    await db.end();
    await database.drop();
  });

  it('changes nothing that is not the caller’s, and says no as the matrix does', async () => {
    const before = await digestOf(db);
    const foreign = everyQuestion(record, api).filter(
      ({ route, expected }) =>
        route.method !== 'GET' && route.template.includes('{') && expected !== 'allowed',
    );
    const wrong: string[] = [];
    for (const one of foreign) {
      const { route, account, thing, expected } = one;
      const was = verdictOf(await ask(one));
      if (was !== expected)
        wrong.push(
          `${account.username}: ${route.method} ${addressOf(route.template, thing)}: ${was}, ${expected} expected`,
        );
    }
    expect(wrong).toEqual([]);
    expect(await digestOf(db)).toEqual(before);
    expect(foreign.length).toBeGreaterThan(1_000);
  });

  it('does to what is his whatever he asks for: nothing else keeps him from it', async () => {
    const peserta = record.accounts.find(({ username }) => username === 'peserta')!;
    const own = record.journeys.find(({ person, isOver }) => person === peserta.personId && !isOver);
    const coach = record.accounts.find(({ username }) => username === 'coach')?.personId;
    const answer = await fetch(`${address}/api/v1/journeys/${own?.id ?? ''}/events`, {
      method: 'POST',
      headers: headersOf('peserta'),
      body: JSON.stringify({
        type: 'coachAssigned',
        payload: { coach, group: '00000000-0000-4000-8000-00000000000a' },
      }),
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 200 });
  });

  it('lists no task that the policies do not show, though the list would find everybody’s', async () => {
    const mine = async (username: string) => {
      const answer = await fetch(`${address}/api/v1/tasks?limit=200&overseen=true`, {
        headers: headersOf(username),
      });
      const { items } = (await answer.json()) as { items: { id: string }[] };
      return { found: items.length, foreign: items.filter(({ id }) => !isHis(username, id)).length };
    };
    const isHis = (username: string, id: string) => {
      const account = record.accounts.find((one) => one.username === username)!;
      const task = record.things.find((one) => one.kind === 'task' && one.id === id);
      return (
        task !== undefined &&
        decide(account, 'task.read', (membership) => standing(account, membership, task)) === 'allowed'
      );
    };
    const told: string[] = [];
    for (const { username, isStranger } of record.accounts) {
      const { found, foreign } = await mine(username);
      if (foreign > 0 || (isStranger && found > 0)) told.push(username);
    }
    expect(told).toEqual([]);
    expect((await mine('lembaga')).found).toBeGreaterThan(0);
    expect(hidden.length).toBeGreaterThan(0);
  });

  it('lists neither acts, nor requests about data, nor accounts of organisations that are not his to keep', async () => {
    const listed = async (username: string, list: string) => {
      const answer = await fetch(`${address}/api/v1/${list}?limit=200`, { headers: headersOf(username) });
      const { items = [] } = (await answer.json()) as { items?: { id: string }[] };
      return items.map(({ id }) => id);
    };
    const foreign: string[] = [];
    const counts = new Map<string, number>();
    for (const account of record.accounts.filter((one) => mayEver(one, 'audit.search'))) {
      const { username } = account;
      const all = account.memberships.some(({ role }) => role === 'lan');
      for (const [list, sql] of Object.entries(OF_ORGANISATIONS)) {
        const orgs = organisationsOf(account, ...(list === 'accounts' ? ['admin' as const] : ANSWERING));
        const ids = await listed(username, list);
        const { rows } = await db.query<{ id: string }>(sql, [orgs]);
        const his = new Set(rows.map(({ id }) => id));
        if (!all) foreign.push(...ids.filter((id) => !his.has(id)).map((id) => `${username}: ${list} ${id}`));
        counts.set(`${list} ${username}`, ids.length);
      }
    }
    expect(foreign).toEqual([]);
    const some = ['audit lembaga', 'audit admin', 'audit lan', 'data-requests lembaga', 'accounts admin'];
    expect(some.filter((one) => (counts.get(one) ?? 0) === 0)).toEqual([]);
  });

  it('reads past the policies nothing of an organisation or account that is not his to keep', async () => {
    const asked = everyQuestion(record, api).filter(
      ({ route, expected }) =>
        route.method === 'GET' &&
        /\/(organisations|accounts)\/\{/.test(route.template) &&
        expected !== 'allowed',
    );
    const wrong: string[] = [];
    for (const one of asked) {
      const was = verdictOf(await ask(one));
      if (was !== one.expected)
        wrong.push(`${one.account.username}: ${addressOf(one.route.template, one.thing)}: ${was}`);
    }
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });

  async function ask({ route, account, thing }: Asked): Promise<number> {
    const isSheet = route.body !== null && route.body !== 'application/json';
    const form = new FormData();
    form.append('file', new Blob(['nip\n1\n']), 'x.csv');
    const response = await fetch(`${address}${addressOf(route.template, thing)}`, {
      method: route.method,
      headers: isSheet
        ? { Authorization: headersOf(account.username).Authorization }
        : headersOf(account.username),
      ...(route.body !== null && {
        body: isSheet ? form : JSON.stringify(bodyFor(route.schema, api.schemas)),
      }),
    });
    await response.arrayBuffer();
    return response.status;
  }

  const headersOf = (username: string) => ({
    Authorization: `Bearer ${tokens.get(username) ?? ''}`,
    'Content-Type': 'application/json',
  });

  async function everyRole(): Promise<CallerMembership[]> {
    const { rows } = await db.query<Omit<CallerMembership, 'role'>>(
      'select id as org, code as "orgCode", kind from organisation',
    );
    return rows.flatMap((one) => MEMBERSHIP_ROLES.map((role) => ({ ...one, role })));
  }
});
