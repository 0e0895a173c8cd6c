import { once } from 'node:events';
import pg from 'pg';
import type { TestDatabase } from '#libs/testing';
import { sandboxDatabase } from './sandbox-server.js';
import { titian } from './titian-process.js';

interface Line {
  fault?: { kind: string; instanceId: string; title: { id: string; en: string } };
  journey?: { instanceId: string; outcome: string };
  summary?: Record<string, unknown>;
}

describe('the operator', () => {
  let record: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    record = await sandboxDatabase();
    client = new pg.Client({ connectionString: record.connectionString });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await record.drop();
  });

  const run = async (args: string[], DATABASE_URL = record.connectionString) => {
    const { child, output } = titian(args, { DATABASE_URL, TITIAN_SANDBOX: 'true' });
    await once(child, 'close');
    const text = output();
    const lines = text.split('\n').filter((line) => line.startsWith('{"'));
    return { code: child.exitCode, text, lines: lines.map((line) => JSON.parse(line) as Line) };
  };

  it('verifies a record, reads what is wrong with it, and has it rebuilt', async () => {
    const clean = await run(['verify', '--json']);
    expect(clean).toMatchObject({ code: 0, lines: [{ summary: { ok: true, faults: 0, byKind: {} } }] });

    const { rows } = await client.query<{ id: string }>(
      `update instance set next_owner = 'nobody' where id = (select id from instance where status = 'live' and next_due is not null
         order by id limit 1) returning id`,
    );
    const id = rows[0]?.id ?? '';
    const faulty = await run(['verify', '--json', '--journey', id]);
    expect(faulty).toMatchObject({
      code: 1,
      lines: [
        { fault: { kind: 'instance.differs', instanceId: id, subject: 'next.owner', found: 'nobody' } },
        { summary: { ok: false, faults: 1, byKind: { 'instance.differs': 1 } } },
      ],
    });
    // A thread of its own finds what is in its part, and says so as the first one does.
    const inParts = await run(['verify', '--json', '--threads', '3']);
    expect(inParts.lines).toMatchObject([
      { fault: { kind: 'instance.differs', instanceId: id } },
      { summary: { faults: 1, instances: clean.lines[0]?.summary?.['instances'] } },
    ]);
    expect(inParts.code).toBe(1);
    const inWords = await run(['verify', '--language', 'id']);
    expect(inWords.code).toBe(1);
    expect(inWords.text).toContain('Keadaan tersimpan tidak sama dengan hasil putar ulang catatan');
    expect(inWords.text).toContain(`${id}  next.owner`);

    const foreseen = await run(['rebuild', '--dry-run', '--json']);
    expect(foreseen).toMatchObject({
      code: 1,
      lines: [{ journey: { instanceId: id, outcome: 'wouldMend' } }, {}],
    });
    const mended = await run(['rebuild', '--json']);
    expect(mended).toMatchObject({
      code: 0,
      lines: [{ journey: { instanceId: id, outcome: 'mended' } }, {}],
    });
    expect((await run(['verify'])).code).toBe(0);
  });

  it('is told with 2 what keeps it from looking', async () => {
    const unknown = await run(['verify', '--journey', '00000000-0000-4000-8000-000000000000']);
    expect(unknown.code).toBe(2);
    expect(unknown.text).toContain('There is no journey 00000000-0000-4000-8000-000000000000');
    expect((await run(['verify', '--nonsense'])).code).toBe(2);
    expect((await run(['verify', '--threads', '0'])).code).toBe(2);
    expect((await run(['verify'], 'postgres://nobody:x@127.0.0.1:1/none')).code).toBe(2);
  });
});
