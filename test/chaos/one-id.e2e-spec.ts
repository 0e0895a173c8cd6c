import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hasRedis, type PrivateSmtp, startPrivateSmtp } from '#libs/testing';
import { Crowd } from './crowd.js';
import { hasFaketime, Installation, onServer } from './installation.js';
import { PASSWORD, settlePeople } from './settled-people.js';
import { STAFF, Story } from './story.js';

interface Line {
  message: string;
  requestId?: string;
  [field: string]: unknown;
}

const PATIENCE_MS = 90_000;

(hasRedis() && hasFaketime() ? describe : describe.skip)('the id that a caller is answered with', () => {
  let installation: Installation;
  let smtp: PrivateSmtp;
  let crowd: Crowd;
  let journey = '';

  beforeAll(async () => {
    smtp = await startPrivateSmtp();
    installation = await Installation.begin({
      ...{ LOG_LEVEL: 'debug', SMTP_URL: smtp.url, MAIL_FROM: 'titian@example.org' },
    });
    await settlePeople(installation.connectionString);
    installation.start();
    crowd = new Crowd(installation.addresses, PASSWORD);
    await crowd.signIn(STAFF);
    const story = new Story(crowd, installation, { cohorts: 1, people: 1 }, () => undefined);
    [journey = ''] = await story.tellEnrolment();
  });
  afterAll(async () => {
    await installation.stop();
    await smtp.stop();
  });

  /** Lines of the processes of a kind that carry the id, alone or among others. */
  const linesOf = (kind: 'apis' | 'workers', id: string): Line[] =>
    installation[kind]
      .flatMap(({ said }) => said.split('\n').slice(1, -1))
      .filter((line) => line.startsWith('{') && line.includes(id))
      .map((line) => JSON.parse(line) as Line);
  const messages = (kind: 'apis' | 'workers', id: string) => linesOf(kind, id).map(({ message }) => message);

  it('stands on the lines of the request, of its event, and of the effect and the letter that a worker sees to', async () => {
    const { items } = await crowd.get<{ items: { id: string; endsOn: string }[] }>('lembaga-1', '/cohorts');
    const [{ id: cohort, endsOn } = { id: '', endsOn: '' }] = items;
    const endsLater = new Date(Date.parse(endsOn) + 7 * 86_400_000).toISOString().slice(0, 10);
    const answer = await fetch(`${installation.addresses[0] ?? ''}/api/v1/cohorts/${cohort}`, {
      method: 'PATCH',
      headers: {
        ...crowd.signed('lembaga-1'),
        ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      },
      body: JSON.stringify({ endsOn: endsLater, reason: 'Ruang' }),
    });
    expect(answer.status).toBe(200);
    const id = answer.headers.get('x-request-id') ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await becomes(() => messages('workers', id).includes('effect carried'));
    // A request's line is written once its answer has left, which the caller does not wait for.
    await becomes(() => messages('apis', id).includes('request'));
    expect(messages('apis', id)).toContain('message decided');
    for (const line of [...linesOf('apis', id), ...linesOf('workers', id)]) expect(line.requestId).toBe(id);
    const carried = linesOf('workers', id).find(({ message }) => message === 'effect carried');
    expect(carried).toMatchObject({ type: 'notify', journeyId: journey, attempts: 1 });

    // Nobody is written to at night: here the morning has come.
    await becomes(async () => {
      await onServer(
        installation.connectionString,
        `update inbox_item set mail_at = now() where mail = 'waiting' and message = 'cohortDatesMoved'`,
      );
      return messages('workers', id).includes('letter sent');
    });
    expect(smtp.taken.length).toBeGreaterThan(0);
  });

  async function becomes(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS} ms`);
      await pause(300);
    }
  }
});
