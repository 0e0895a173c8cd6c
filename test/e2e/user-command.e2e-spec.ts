import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDataSource, migrate } from '#libs/persistence';
import { createEmptyDatabase, type TestDatabase } from '#libs/testing';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import { titian } from './titian-process.js';

const PASSWORD = 'kura-kura menyeberang 7 jembatan';

describe('npx titian user', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    await migrate(database.connectionString);
  });
  afterAll(() => database.drop());

  const environment = () => ({ DATABASE_URL: database.connectionString, TITIAN_SANDBOX: 'false' });

  async function user(args: string[], input = ''): Promise<{ code: number; out: string; error: string }> {
    const child = spawn(process.execPath, [join(projectRoot(), 'scripts', 'titian.js'), 'user', ...args], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC', ...environment() },
    });
    const [out, error] = [text(child.stdout), text(child.stderr)];
    child.stdin.end(input);
    const [code] = (await once(child, 'close')) as [number];
    return { code, out: await out, error: await error };
  }

  const done = async (args: string[], input?: string) => {
    const { code, out, error } = await user(args, input);
    expect([code, error]).toEqual([0, '']);
    return out;
  };
  const lan = ['--org', 'LAN', '--role', 'lan'];
  const first = ['--org-kind', 'lan', '--org-name', 'Lembaga Administrasi Negara', '--name', 'Budi Santoso'];

  it('makes the first account of a production system, which has none before', async () => {
    expect(JSON.parse(await done(['list', '--json']))).toEqual({ accounts: [] });
    const nowhere = await user(['add', 'budi', ...lan], PASSWORD);
    expect([nowhere.code, nowhere.error]).toEqual([
      1,
      expect.stringContaining('There is no organisation LAN'),
    ]);
    const weak = await user(['add', 'budi', ...lan, ...first], 'budisantoso1\n');
    expect([weak.code, weak.error]).toEqual([1, expect.stringContaining('The password was refused')]);
    expect(JSON.parse(await done(['list', '--json']))).toEqual({ accounts: [] });
    expect(await done(['add', 'Budi', ...lan, ...first], `${PASSWORD}\n`)).toBe('Made budi: lan at LAN.\n');
    const again = await user(['add', 'budi', ...lan], PASSWORD);
    expect([again.code, again.error]).toEqual([1, 'The user name budi is taken.\n']);
  });

  it('gives roles that there are in such an organisation, ends them, shuts accounts out, and lists what is', async () => {
    const misfit = await user(['role', 'budi', '--org', 'LAN', '--role', 'coach']);
    expect([misfit.code, misfit.error]).toEqual([
      1,
      expect.stringContaining('Roles there: admin, lan, operator'),
    ]);
    expect(await done(['role', 'budi', '--org', 'LAN', '--role', 'admin'])).toBe('budi is admin at LAN.\n');
    const end = ['role', 'budi', '--org', 'LAN', '--role', 'admin', '--end'];
    expect((await user(end)).error).toBe('--reason says why the role ends.\n');
    expect(await done([...end, '--reason', 'Pindah'])).toContain('LAN has no administrator now');
    const until = (day: string, why = 'Kontrak') => [...end.slice(0, -1), '--until', day, '--reason', why];
    expect((await user(until('2020-01-01'))).error).toContain('This day is past');
    expect(await done(until('2099-12-31'))).toBe('budi is admin at LAN until 2099-12-31.\n');
    expect(await done(['list'])).toContain('admin at LAN until 2099-12-31, lan at LAN');
    expect(await done(until('never', 'Tetap'))).toBe('budi goes on being admin at LAN.\n');
    await done([...end, '--reason', 'Selesai']);
    await done(['disable', 'budi', '--reason', 'Cuti']);
    expect(JSON.parse(await done(['list', '--org', 'LAN', '--json']))).toMatchObject({
      accounts: [
        { username: 'budi', name: 'Budi Santoso', disabled: true, roles: [{ org: 'LAN', role: 'lan' }] },
      ],
    });
    await done(['enable', 'budi', '--reason', 'Kembali']);
    expect(await done(['list'])).toBe('budi  Budi Santoso  lan at LAN\n');
  });

  it('sets a password, with which one comes in; nothing of it is on record', async () => {
    const next = 'empat payung hijau di stasiun';
    await done(['password', 'budi'], next);
    const server = titian(['start'], {
      ...environment(),
      TITIAN_SECRET: 'of an installation thrown away after the spec',
    });
    const address = await server.address();
    const signIn = async (password: string) => {
      const answer = await fetch(`${address}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'budi', password }),
      });
      return answer.status;
    };
    expect([await signIn(PASSWORD), await signIn(next), await signIn('titian-sandbox')]).toEqual([
      401, 201, 401,
    ]);
    server.child.kill('SIGINT');
    await server.exited();
    const record = await createDataSource({ connectionString: database.connectionString }).initialize();
    const acts = await record.query<{ action: string; data: unknown }[]>(
      'select action, data from audit_entry order by n',
    );
    await record.destroy();
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'organisation.created',
        'account.created',
        'role.given',
        'role.taken',
        'account.disabled',
        'account.passwordReset',
      ]),
    );
    expect(JSON.stringify(acts)).not.toMatch(/payung|kura-kura/);
  });

  it('says what each of them takes', async () => {
    for (const verb of ['add', 'list', 'disable', 'enable', 'role', 'password'])
      expect(await done([verb, '--help'])).toContain('--json');
    expect(await done(['--help'])).toContain('never an argument');
    for (const nothing of ['nonsens', 'toString']) {
      const asked = titian([nothing], environment());
      expect([await asked.exited(), asked.output()]).toEqual([1, `error: unknown command '${nothing}'\n`]);
    }
  });
});

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
}
