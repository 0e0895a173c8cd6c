import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hasRedis } from '#libs/testing';
import { Crowd } from './crowd.js';
import { hasFaketime, Installation, onServer } from './installation.js';
import { PASSWORD, settlePeople } from './settled-people.js';
import { STAFF, Story } from './story.js';

interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

const PEOPLE = 4;
const PATIENCE_MS = 120_000;

(hasRedis() && hasFaketime() ? describe : describe.skip)('an installation whose stores go away', () => {
  let installation: Installation;
  let crowd: Crowd;
  let story: Story;
  let journeys: string[];

  beforeAll(async () => {
    installation = await Installation.begin({});
    await settlePeople(installation.connectionString);
    installation.start();
    crowd = new Crowd(installation.addresses, PASSWORD);
    await crowd.signIn(STAFF);
    story = new Story(crowd, installation, { cohorts: 1, people: PEOPLE }, () => undefined);
    await becomes('ready everywhere', async () => (await everywhere()).every(({ status }) => status === 200));
  });

  afterAll(() => installation.stop());

  describe('without Redis', () => {
    beforeAll(() => installation.redis.kill());
    afterAll(() => installation.redis.start());

    it('is ready all the same and says what is slower, in the language asked for', async () => {
      const [id, en] = [await ready('id'), await ready('en')];
      for (const { status, body } of [id, en])
        expect([status, body]).toMatchObject([
          200,
          { status: 'ready', checks: { database: 'ok', queue: 'away' } },
        ]);
      const [first, second] = [id, en].map(
        ({ body }) => (body['degraded'] as { detail: string }[])[0]?.detail,
      );
      expect(first).toMatch(/^Antrean tidak menjawab/);
      expect(second).toMatch(/^The queue does not answer/);
    });

    it('takes whole enrolments and events at the first try, none of them held up', async () => {
      const before = crowd.repeats;
      const began = Date.now();
      journeys = await story.tellEnrolment();
      expect(crowd.repeats).toBe(before);
      expect(journeys).toHaveLength(PEOPLE);
      // Four people, some thirty requests: a few seconds of patience for the queue and no more.
      expect(Date.now() - began).toBeLessThan(60_000);
    });

    it('does what falls due and what follows by the sweeper', async () => {
      await story.tellTraining();
      await becomes('nothing pending', async () => (await pending()) === 0);
      expect(crowd.accepted.length).toBeGreaterThan(0);
    });
  });

  it('takes the queue up again by itself when Redis is back', async () => {
    await becomes('the queue answers', async () => {
      return (await everywhere()).every(({ body }) => (body['checks'] as { queue?: string }).queue === 'ok');
    });
    await story.tellEvaluation();
    await becomes('nothing pending', async () => (await pending()) === 0);
  });

  it('answers 503 in words without Postgres, and goes on by itself, the same request counted once', async () => {
    const pids = installation.pids();
    const [journeyId = ''] = journeys;
    const key = randomUUID();
    const leaves = (language: string) =>
      ask(`/journeys/${journeyId}/events`, {
        method: 'POST',
        headers: {
          ...crowd.signed('lembaga-1'),
          ...{ 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': language },
        },
        body: JSON.stringify({ type: 'withdrawn', payload: { reason: 'Pindah tugas' } }),
      });
    await installation.postgres.stop();
    for (const [language, words] of [
      ['id', /tidak terjangkau.*Idempotency-Key/],
      ['en', /out of reach.*Idempotency-Key/],
    ] as const) {
      const refused = await leaves(language);
      expect([
        refused.status,
        refused.headers.get('content-type'),
        refused.headers.get('retry-after'),
      ]).toEqual([503, 'application/problem+json; charset=utf-8', '5']);
      expect(refused.body).toMatchObject({
        code: 'server.unavailable',
        detail: expect.stringMatching(words),
      });
    }
    for (const one of await everywhere())
      expect([one.status, one.body['errors']]).toMatchObject([
        503,
        [{ path: 'database', code: 'no_answer' }],
      ]);
    expect((await ask('/health/live')).status).toBe(200);

    await installation.postgres.start();
    await becomes('ready everywhere', async () => (await everywhere()).every(({ status }) => status === 200));
    expect((await leaves('id')).status).toBe(200);
    expect((await leaves('id')).headers.get('idempotency-replayed')).toBe('true');
    const rows = await onServer(
      installation.connectionString,
      `select from event where instance_id = $1 and type = 'withdrawn'`,
      [journeyId],
    );
    expect(rows).toHaveLength(1);
    expect(installation.pids()).toEqual(pids);
  });

  const ready = (language: string) => ask('/health/ready', { headers: { 'accept-language': language } });

  async function everywhere(): Promise<Answered[]> {
    return Promise.all(installation.everyAddress.map((address) => ask('/health/ready', {}, address)));
  }

  async function ask(
    path: string,
    init: RequestInit = {},
    at = installation.addresses[0],
  ): Promise<Answered> {
    const nobody = { status: 0, headers: new Headers(), body: {} };
    const response = await fetch(`${at ?? ''}/api/v1${path}`, {
      ...init,
      signal: AbortSignal.timeout(20_000),
    }).catch(() => null);
    if (!response) return nobody;
    return {
      ...response,
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as never,
    };
  }

  async function pending(): Promise<number> {
    const sql = `select count(*)::int as count from outbox where status = 'pending'`;
    const [row] = await onServer<{ count: number }>(installation.connectionString, sql);
    return row?.count ?? -1;
  }

  async function becomes(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`);
      await pause(300);
    }
  }
});
