import { setTimeout as pause } from 'node:timers/promises';
import { hasRedis } from '#libs/testing';
import { Crowd } from './crowd.js';
import { hasFaketime, Installation, onServer } from './installation.js';
import { PASSWORD, settlePeople } from './settled-people.js';
import { REMEDIATION_BEGINS, STAFF, Story } from './story.js';

/** Longer than a process waits between two looks at the clock and at what is due, twice over. */
const LONG_ENOUGH_MS = 40_000;

/** Waits a minute and a half by the wall, on seven processes: part of `npm run test:long`. */
const isLongRun = process.env['TITIAN_LONG'] === 'true';

(isLongRun && hasRedis() && hasFaketime() ? describe : describe.skip)(
  'sixty days of coaching at work, by the real clock',
  () => {
    let installation: Installation;
    let crowd: Crowd;
    let journey: string;

    beforeAll(async () => {
      installation = await Installation.begin({});
      await settlePeople(installation.connectionString);
      installation.start();
      crowd = new Crowd(installation.addresses, PASSWORD);
      await crowd.signIn(STAFF);
      const story = new Story(crowd, installation, { cohorts: 1, people: 1 }, () => undefined);
      journey = (await story.tellUntilRemediation())[0] ?? '';
    });

    afterAll(() => installation.stop());

    it('are not over a minute before the day, not even for processes that have just started', async () => {
      const due = await dueOf('remediationEnds');
      await standAt(due - 60);
      for (const process of [...installation.apis, ...installation.workers]) process.kill();
      await pause(LONG_ENOUGH_MS - 20_000);
      expect(await state()).toEqual(['remediation']);
      expect(await fired('remediationEnds')).toBe(0);
    });

    it('are over when the day begins, once', async () => {
      const end = Date.now() + 3 * LONG_ENOUGH_MS;
      while ((await state())[0] === 'remediation' && Date.now() < end) await pause(1000);
      expect(await state()).toEqual(['awaitingRetest']);
      expect(await fired('remediationEnds')).toBe(1);
      const [row] = await onServer<{ early: boolean }>(
        installation.connectionString,
        `select fired_at < due_at as early from deadline where name = 'remediationEnds' and status = 'fired'`,
      );
      expect(row).toEqual({ early: false });
    });

    const state = async () =>
      (await crowd.get<{ state: string[] }>('lembaga-1', `/journeys/${journey}`)).state;

    async function dueOf(name: string): Promise<number> {
      const sql = `select extract(epoch from due_at)::float8 as due from deadline where name = $1 and status = 'armed'`;
      const [row] = await onServer<{ due: number }>(installation.connectionString, sql, [name]);
      if (!row) throw new Error(`${name} is not armed`);
      return row.due;
    }

    async function fired(name: string): Promise<number> {
      const sql = `select count(*)::int as count from event where type = 'deadlineFired' and data->>'name' = $1`;
      const [row] = await onServer<{ count: number }>(installation.connectionString, sql, [name]);
      return row?.count ?? 0;
    }

    /** So that the record's clock comes to this second, counted since 1970. */
    async function standAt(second: number): Promise<void> {
      const ahead = second - Date.now() / 1000;
      if (ahead < REMEDIATION_BEGINS * 86_400) throw new Error('the clock would go back');
      await installation.standAheadBy(ahead);
    }
  },
);
