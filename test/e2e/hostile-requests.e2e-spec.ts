import pg from 'pg';
import { randomOf } from '#libs/testing';
import { HostileRequests, type ApiDocument, type HostileRequest } from './hostile-requests.js';
import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';

/** `TITIAN_HOSTILE_SEED` draws others. */
const SEED = Number(process.env['TITIAN_HOSTILE_SEED'] ?? 20_261_122);
/** `npm run test:long` sends ten thousand. */
const REQUESTS = Number(process.env['TITIAN_HOSTILE_REQUESTS'] ?? 2_500);
const AT_ONCE = 8;
const LONGEST_MS = 600_000;

/** What every request may leave behind, whoever sends it: his own session, where he signed in from, answers kept for a repeat. */
const OWN_TRACES = /^(auth_session|idempotency_key|known_place|sign_in_|rate_limit)/;
/** Sums of rows that are compared themselves, and the end of the chain of what is on record. */
const DERIVED = /^(cohort_tally|audit_head)$/;
/** Of our insides nobody is told. */
const INSIDES =
  /QueryFailedError|TypeORM|node_modules|\.js:\d+:\d+|ECONNREFUSED|violates [\w-]+ constraint|invalid input syntax/;

describe(`${String(REQUESTS)} hostile requests, seed ${String(SEED)}`, () => {
  let server: SandboxServer;
  let foreign: string[];
  let names: string[];
  let before: Map<string, Set<string>>;
  const statuses = new Map<number, number>();
  const broken: string[] = [];
  const leaked: string[] = [];

  beforeAll(async () => {
    server = await sandboxServer();
    const lembaga = await PublicApi.signIn(server.address, 'lembaga');
    const callers = await Promise.all(['lembaga2', 'peserta'].map((name) => callerOf(server.address, name)));
    ({ foreign, names } = await foreignOf(lembaga, await PublicApi.signIn(server.address, 'lembaga2')));
    before = await rowsOf(server.connectionString);
    const document = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as ApiDocument;
    const requests = new HostileRequests(document, randomOf(SEED), foreign);
    const strangers = [null, 'x'.repeat(43), await endedToken(server.address)];
    let sent = 0;
    const send = async () => {
      while (sent < REQUESTS) {
        sent += 1;
        const request = requests.next();
        const caller = requests.chance(0.3) ? null : requests.one(callers);
        const token = caller ? caller.token : requests.one(strangers);
        const answer = await answerTo(server.address, request, token);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500 || INSIDES.test(answer.body)) broken.push(told(request, answer));
        // Whoever holds a certificate's serial may read whose it is.
        const isPublic = request.path.includes('/verify/');
        const seen = names.filter((name) => answer.body.includes(name));
        if (!isPublic && seen.length > 0) leaked.push(`${seen.join(', ')}: ${told(request, answer)}`);
        if (answer.status === 401 && caller) await caller.signIn();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
  }, LONGEST_MS);
  afterAll(() => server.stop());

  it('break nothing, and tell nobody of our insides', () => {
    expect(broken.slice(0, 10)).toEqual([]);
  });

  it('are refused in most cases, and get far enough to be', () => {
    const count = (...of: number[]) => of.reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0);
    expect(count(401, 403, 404, 422)).toBeGreaterThan(REQUESTS / 2);
    expect(count(422)).toBeGreaterThan(REQUESTS / 50);
    expect(count(200, 201, 204)).toBeLessThan(REQUESTS / 4);
  });

  it('tell nothing about the people of another institute', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(leaked.slice(0, 10)).toEqual([]);
  });

  it('change nothing that was there', async () => {
    const after = await rowsOf(server.connectionString);
    const gone = [...before].map(([table, rows]) => {
      const left = after.get(table) ?? new Set();
      return { table, changed: [...rows].filter((row) => !left.has(row)).length };
    });
    expect(gone.filter(({ changed }) => changed > 0)).toEqual([]);
  });

  it('leave a server that works', async () => {
    const lembaga = await PublicApi.signIn(server.address, 'lembaga');
    expect((await lembaga.get('/cohorts')).status).toBe(200);
    expect((await fetch(`${server.address}/api/v1/health/ready`)).status).toBe(200);
  });
});

interface HostileCaller {
  token: string | null;
  signIn: () => Promise<void>;
}

/** One who signs in again whenever a request of his ended his session. */
async function callerOf(address: string, username: string): Promise<HostileCaller> {
  const caller: HostileCaller = {
    token: null,
    // Another of his requests may end all of his sessions just then.
    signIn: async () => {
      const api = await PublicApi.signIn(address, username).catch(() => null);
      if (api) caller.token = api.bearer;
    },
  };
  await caller.signIn();
  return caller;
}

/** A session that was ended: a token replayed. */
async function endedToken(address: string): Promise<string | null> {
  const api = await PublicApi.signIn(address, 'lembaga');
  await api.expect(204, api.delete('/sessions/current'));
  return api.bearer;
}

/** Ids of an institute's things, and the names and NIPs of its people, but for those who send or were transferred to them. */
async function foreignOf(
  lembaga: PublicApi,
  other: PublicApi,
): Promise<{ foreign: string[]; names: string[] }> {
  const all = async (path: string, api = lembaga) =>
    (await api.expect(200, api.get(`${path}?limit=100`)))['items'] as unknown as Json[];
  const [journeys, cohorts, tasks, incidents] = await Promise.all(
    ['/journeys', '/cohorts', '/tasks', '/incidents'].map((path) => all(path)),
  );
  const nameOf = ({ participant }: Json) => text(participant?.['name']);
  const known = new Set([OWN_NAME, ...(await all('/journeys', other)).map(nameOf)]);
  const others = (journeys ?? []).filter((journey) => !known.has(nameOf(journey)));
  const idsOf = (items: Json[] = []) => items.map(({ id }) => text(id));
  const peopleOf = (key: string) => others.map(({ participant }) => text(participant?.[key]));
  return {
    foreign: [
      ...idsOf(others),
      ...idsOf(cohorts),
      ...idsOf(tasks),
      ...idsOf(incidents),
      ...peopleOf('id'),
    ].filter(Boolean),
    names: [...new Set([...peopleOf('name'), ...peopleOf('nip')].filter((name) => name.length > 5))],
  };
}

const OWN_NAME = 'Contoh Satu';

interface Answered {
  status: number;
  body: string;
}

async function answerTo(address: string, request: HostileRequest, token: string | null): Promise<Answered> {
  const { method, path, headers, body } = request;
  const authorization: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
  try {
    const response = await fetch(address + path, {
      method,
      headers: { ...headers, ...authorization },
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      redirect: 'manual',
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { status: 599, body: String(error) };
  }
}

const told = ({ method, path, body }: HostileRequest, { status, body: answer }: Answered) =>
  `${method} ${path.slice(0, 300)} ${String(body).slice(0, 400)} → ${String(status)} ${answer.slice(0, 400)}`;

/** Every row of every table, by its digest; but for what somebody has read of his own inbox. */
async function rowsOf(connectionString: string): Promise<Map<string, Set<string>>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found = new Map<string, Set<string>>();
    for (const { name } of tables.filter(
      (table) => !OWN_TRACES.test(table.name) && !DERIVED.test(table.name),
    )) {
      const { rows } = await client.query<{ digest: string }>(
        `select md5((to_jsonb(t) - 'read_at')::text) as digest from "${name}" t`,
      );
      found.set(name, new Set(rows.map(({ digest }) => digest)));
    }
    return found;
  } finally {
    await client.end();
  }
}
