import pg from 'pg';
import { createDataSource, funnel, PostgresEngineStore } from '#libs/persistence';
import { systemClock } from '#libs/platform';
import { Caller, told } from '../caller.js';
import { compareLooks, type Look } from '../looks.js';
import { populate } from '../nation/nation.js';
import { installedDatabase, Product } from '../product.js';
import type { Aim, Run } from '../run.js';

/** One country's record with everything that asks of it. */
interface Nation {
  looks: Record<string, Look>;
  close: () => Promise<void>;
}

/** What people and the clock ask, in a small country and in a large one. */
export const nation: Aim = {
  aims: [6],
  async measure(run) {
    const { sizes } = run;
    const small = await settle(run, 'small', sizes.smallNation);
    const large = await settle(run, 'large', sizes.largeNation);
    try {
      const live = [sizes.largeNation, sizes.smallNation].map((n) => n.toLocaleString('en'));
      const about = `${live.join(' beside ')} live`;
      return await compareLooks(sizes, { aim: 6, about, atMost: 1.5 }, large.looks, small.looks);
    } finally {
      await large.close();
      await small.close();
    }
  },
};

async function settle({ server, say }: Run, name: string, live: number): Promise<Nation> {
  const connectionString = await installedDatabase(server, name);
  say(`${name} country: ${JSON.stringify(await populate(connectionString, live))}`);
  const dataSource = await createDataSource({ connectionString }).initialize();
  const store = new PostgresEngineStore({ dataSource, wall: systemClock });
  const api = Product.api(connectionString);
  const address = await api.address();
  const lembaga = await Caller.signIn(address, 'lembaga');
  const lan = await Caller.signIn(address, 'lan');
  const { cohort, journey } = await oneOfEach(connectionString);
  const page = (caller: Caller, path: string) => async () => told(await caller.get(path), 200);
  const now = await firstDue(connectionString);
  return {
    looks: {
      'claim of 200 due deadlines': async () => {
        if ((await store.due(now, 200)).length !== 200) throw new Error('fewer are due');
      },
      'funnel of all': () => funnel(dataSource.manager, null),
      'task page': page(lembaga, '/tasks?limit=50'),
      'cohort board': page(lembaga, `/cohorts/${cohort}/board`),
      'journey page': page(lembaga, `/journeys/${journey}`),
      "institute's journeys, first page": page(lembaga, '/journeys?limit=50'),
      'all journeys, first page (LAN)': page(lan, '/journeys?limit=50'),
    },
    close: async () => {
      lembaga.close();
      lan.close();
      await api.stop();
      await dataSource.destroy();
    },
  };
}

/** A cohort and a journey of the sandbox's own institute, which stand in both countries. */
async function oneOfEach(connectionString: string): Promise<{ cohort: string; journey: string }> {
  return one(
    connectionString,
    `select cohort.id as cohort, enrolment.journey_id as journey from cohort
      join organisation on organisation.id = cohort.org_id and organisation.code = 'LP-01'
      join enrolment on enrolment.cohort_id = cohort.id order by cohort.id, enrolment.journey_id limit 1`,
  );
}

/** The moment at which 200 are due and no more than that minute brings. */
async function firstDue(connectionString: string): Promise<string> {
  const { at } = await one<{ at: Date }>(
    connectionString,
    `select d.due_at as at from deadline d join instance i on i.id = d.instance_id and i.status = 'live'
      where d.status = 'armed' order by d.due_at offset 199 limit 1`,
  );
  return at.toISOString();
}

async function one<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  if (!rows[0]) throw new Error('there is none');
  return rows[0];
}
