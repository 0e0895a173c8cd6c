import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { readTable } from '#libs/exchange';
import { decide, MEMBERSHIP_ROLES, type Action } from '#libs/access';
import { PublicApi } from '../public-api.js';
import { sandboxServer, type SandboxServer } from '../sandbox-server.js';
import { digestOf } from './digest.js';
import { addressOf, everyQuestion, verdictOf, type Asked } from './questions.js';
import { addRare, readRecord, settleStrangers, standing, type Account, type WholeRecord } from './record.js';
import { bodyFor, describedRoutes, type Described, type Route } from './routes.js';

const AT_ONCE = 8;
/** Said by the matrix to be allowed, and not sent: it has no body in which it could be refused, so that it would be done. */
const isDoneAtOnce = ({ method, body }: Route) => method !== 'GET' && body === null;

describe('every route, for every role, on what is its own, related and foreign', () => {
  let server: SandboxServer;
  let db: Client;
  let record: WholeRecord;
  let api: Described;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    server = await sandboxServer();
    db = new Client({ connectionString: server.connectionString });
    await db.connect();
    await settleStrangers(db);
    await addRare(db);
    record = await readRecord(db);
    api = await describedRoutes(server.address);
    for (const { username } of record.accounts)
      tokens.set(username, (await PublicApi.signIn(server.address, username)).bearer ?? '');
  });
  afterAll(async () => {
    await db.end();
    await server.stop();
  });

  it('has an action in the matrix, or is public', () => {
    expect(api.undeclared).toEqual([]);
    expect(api.routes.length).toBeGreaterThan(100);
  });

  it('is asked by somebody of every role', () => {
    const held = new Set(record.accounts.flatMap(({ memberships }) => memberships.map(({ role }) => role)));
    expect(MEMBERSHIP_ROLES.filter((role) => !held.has(role))).toEqual([]);
  });

  it('changes nothing for whoever may not, and says no as the matrix does', async () => {
    const before = await digestOf(db);
    const asked = everything().filter(({ expected }) => expected !== 'allowed');
    expect(await faultsOf(asked)).toEqual([]);
    expect(await digestOf(db)).toEqual(before);
    expect(asked.length).toBeGreaterThan(2_000);
  });

  it('is open to whoever the matrix says, and tells him nothing of what is foreign', async () => {
    // The engine keeps its answers to what a journey refused.
    const before = await digestOf(db, ['inbox']);
    const asked = everything().filter(
      ({ expected, route }) => expected === 'allowed' && !isDoneAtOnce(route),
    );
    expect(await faultsOf(asked)).toEqual([]);
    expect(await digestOf(db, ['inbox'])).toEqual(before);
    expect(asked.length).toBeGreaterThan(1_000);
  });

  const everything = () => everyQuestion(record, api);

  async function faultsOf(asked: readonly Asked[]): Promise<string[]> {
    const wrong: string[] = [];
    const queue = asked.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const one of queue) {
          const fault = await faultOf(one);
          if (fault !== null)
            wrong.push(`${one.account.username}: ${one.route.method} ${one.route.template} ${fault}`);
        }
      }),
    );
    return wrong.sort();
  }

  async function faultOf({ route, account, thing, expected }: Asked): Promise<string | null> {
    const address = addressOf(route.template, thing);
    // Whoever may is given a body that is refused; whoever may not one that would be taken.
    const body = expected === 'allowed' ? {} : bodyFor(route.schema, api.schemas);
    const response = await fetch(`${server.address}${address}`, {
      method: route.method,
      headers: {
        Authorization: `Bearer ${tokens.get(account.username) ?? ''}`,
        ...(route.body === 'application/json' && { 'Content-Type': 'application/json' }),
      },
      ...(route.body !== null && {
        body: route.body === 'application/json' ? JSON.stringify(body) : sheet(),
      }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const was = verdictOf(response.status);
    if (was !== expected) return `${address}: ${String(response.status)}, ${expected} expected`;
    const leaked = route.method === 'GET' ? await foreignIn(bytes, response, account, route.action) : [];
    return leaked.length > 0 ? `${address}: tells of ${leaked.slice(0, 3).join(', ')}` : null;
  }

  /** Ids, names and numbers of people in the answer of whom the caller sees no journey. */
  async function foreignIn(
    bytes: Uint8Array,
    response: Response,
    account: Account,
    action: Action | null,
  ): Promise<string[]> {
    const type = response.headers.get('content-type') ?? '';
    const text = /spreadsheet/.test(type)
      ? JSON.stringify(await readTable(bytes))
      : new TextDecoder().decode(bytes);
    const foreign = foreignTo(account, action === 'privacy.requests');
    const said = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b\d{18}\b|"[^"\\]{3,80}"/g) ?? [];
    return [...new Set(said.map((one) => one.replace(/"/g, '')))].filter((one) => foreign.has(one));
  }

  const foreigns = new Map<string, Set<string>>();
  function foreignTo(account: Account, answers: boolean): Set<string> {
    const key = `${account.username} ${String(answers)}`;
    const known = foreigns.get(key);
    if (known) return known;
    const sees = (one: WholeRecord['journeys'][number]) =>
      decide(account, 'journey.read', (membership) =>
        standing(account, membership, { kind: 'journey', id: one.id, org: one.org, journeys: [one] }),
      ) === 'allowed';
    // Who asks about his data, the administrator of his organisation is told.
    const audited = answers ? account.memberships.map(({ org }) => org) : [];
    const seen = record.journeys.filter((one) => sees(one) || audited.includes(one.org));
    const mine = new Set([
      account.personId ?? '',
      ...seen.flatMap((one) => [one.person, one.name, one.nip, one.id]),
    ]);
    const foreign = record.journeys
      .filter((one) => !mine.has(one.person) && !record.officials.has(one.person))
      .flatMap((one) => [one.id, one.person, one.name, one.nip]);
    const found = new Set(foreign.filter((one) => !mine.has(one)));
    foreigns.set(key, found);
    return found;
  }
});

/** No sheet of anything: refused by whoever may send one. */
function sheet(): FormData {
  const form = new FormData();
  form.append('file', new Blob([`x\n${randomUUID()}\n`]), 'x.csv');
  return form;
}
