import { setTimeout as pause } from 'node:timers/promises';
import { hasRedis, type PrivateSmtp, startPrivateSmtp } from '#libs/testing';
import { titian } from '../e2e/titian-process.js';
import { Crowd } from './crowd.js';
import { hasFaketime, Installation, onServer } from './installation.js';
import { letHappen } from './mishaps.js';
import { MISHAPS, planOf } from './plan.js';
import { PASSWORD, settlePeople } from './settled-people.js';
import { STAFF, Story } from './story.js';

/** `npm run chaos -- --seed 7 --people 100 --cohorts 20` sets these. */
const given = (name: string, otherwise: number) => Number(process.env[`TITIAN_CHAOS_${name}`] ?? otherwise);
/** A long one takes hours on a small machine; a hang shows in the story's own patience. */
const HOURS_MS = 4 * 3_600_000;
const SEED = given('SEED', 20_260_101);
const SIZE = { cohorts: given('COHORTS', 2), people: given('PEOPLE', 8) };

const isPossible = hasRedis() && hasFaketime();
const said: string[] = [];
const say = (line: string) => void said.push(line);

(isPossible ? describe : describe.skip)(`an installation that is hurt, seed ${SEED}`, () => {
  let installation: Installation;
  let smtp: PrivateSmtp;
  let journeys: string[] = [];
  let crowd: Crowd;

  beforeAll(async () => {
    smtp = await startPrivateSmtp({ hangsOn: () => true });
    installation = await Installation.begin({ SMTP_URL: smtp.url, MAIL_FROM: 'titian@example.org' });
    await settlePeople(installation.connectionString);
    installation.start();
    crowd = new Crowd(installation.addresses, PASSWORD);
    await crowd.signIn(STAFF);
    const story = new Story(crowd, installation, SIZE, say);
    let isOver = false;
    const telling = story.tell().finally(() => (isOver = true));
    const needs = { atLeast: MISHAPS.length, isOver: () => isOver };
    const happening = letHappen(installation, planOf(SEED), needs, say);
    [journeys] = await Promise.all([telling, happening]);
    await quiet(installation.connectionString);
  }, HOURS_MS);

  afterAll(async () => {
    process.stderr.write(`chaos, seed ${SEED}:\n${said.map((line) => `  ${line}`).join('\n')}\n`);
    await installation.stop();
    await smtp.stop();
  });

  it('was hurt so that people had to ask again, and everybody came to the end', () => {
    expect(journeys).toHaveLength(SIZE.cohorts * SIZE.people);
    expect(crowd.repeats).toBeGreaterThan(0);
  });

  it('holds every event that was accepted, once, and no other', async () => {
    const types = [...new Set(crowd.accepted.map(({ type }) => type))];
    const rows = await onServer<{ key: string; count: number }>(
      installation.connectionString,
      `select instance_id || ' ' || type as key, count(*)::int as count from event
        where type = any($1) group by 1`,
      [types],
    );
    const recorded = Object.fromEntries(rows.map(({ key, count }) => [key, count]));
    const expected: Record<string, number> = {};
    for (const { journeyId, type } of crowd.accepted) {
      const key = `${journeyId} ${type}`;
      expected[key] = (expected[key] ?? 0) + 1;
    }
    expect(recorded).toEqual(expected);
  });

  it('has nothing overdue, nothing that waits unseen, and nothing given up without an incident', async () => {
    const [left] = await onServer(
      installation.connectionString,
      `select
        (select count(*)::int from outbox where status = 'pending') as pending,
        (select count(*)::int from outbox o where status = 'dead' and not exists
          (select from incident i where i.kind = 'effect' and i.ref = o.id::text)) as "givenUpUnseen",
        (select count(*)::int from certificate) as certificates`,
    );
    // Each of them passed and met the standard: a completion and a competency certificate.
    expect(left).toEqual({ pending: 0, givenUpUnseen: 0, certificates: journeys.length * 2 });
  });

  it('keeps a record that verify finds whole', async () => {
    const verify = titian(['verify', '--json'], { DATABASE_URL: installation.connectionString });
    const code = await verify.exited();
    expect({ code, output: code === 0 ? '' : verify.output() }).toEqual({ code: 0, output: '' });
  });
});

const LONGEST_MS = 120_000;

/** Until everything that was put off has been carried. */
async function quiet(connectionString: string): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  const sql = `select count(*)::int as count from outbox where status = 'pending'`;
  for (;;) {
    const [row] = await onServer<{ count: number }>(connectionString, sql);
    if (row?.count === 0) return;
    if (Date.now() > end) throw new Error(`${row?.count} effects still wait:\n${said.join('\n')}`);
    await pause(500);
  }
}
