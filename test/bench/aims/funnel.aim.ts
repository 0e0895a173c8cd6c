import pg from 'pg';
import { createDataSource, foldTallies, funnel, migrate } from '#libs/persistence';
import { besideFloor } from '../figure.js';
import { interleaved } from '../rounds.js';
import type { Aim } from '../run.js';
import { median } from '../statistics.js';

const PEOPLE_A_COHORT = 30;
/** A cohort stands together: its people are in four neighbouring states of the journey's some twenty. */
const ROWS = `
  create table counted (org_id uuid, cohort_id uuid, state text not null, late boolean not null);
  insert into counted select md5('org' || n / 30000)::uuid, md5('cohort' || n / ${String(PEOPLE_A_COHORT)})::uuid,
    'stage' || ((n / ${String(PEOPLE_A_COHORT)}) % 17 + n % 4), n % 40 = 0
    from generate_series(0, $$COUNT$$ - 1) n;
  create index on counted (state, late);
  insert into cohort_tally (org_id, cohort_id, state, late, n) select org_id, cohort_id, state, late, count(*) from counted group by 1, 2, 3, 4`;
const GROUPED = `select state, count(*)::integer as count, count(*) filter (where late)::integer as late from counted
  group by state order by state`;

/** How many stand where, from the counters and from an index of all journeys. */
export const countedFunnel: Aim = {
  aims: [8],
  async measure({ server, sizes }) {
    const connectionString = await server.create('funnel');
    await migrate(connectionString);
    const client = new pg.Client({ connectionString });
    await client.connect();
    const dataSource = await createDataSource({ connectionString }).initialize();
    try {
      for (const sql of ROWS.replace('$$COUNT$$', String(sizes.funnel)).split(';\n')) await client.query(sql);
      // As housekeeping does twice a minute.
      await foldTallies(dataSource.manager);
      await client.query('vacuum analyze');
      const counted = await funnel(dataSource.manager, null);
      const grouped = (await client.query(GROUPED)).rows;
      if (JSON.stringify(counted) !== JSON.stringify(grouped)) throw new Error('the two count differently');
      const phase = (look: () => Promise<unknown>) => async () => {
        const taken: number[] = [];
        for (let time = 0; time < sizes.looks; time += 1) {
          const began = performance.now();
          await look();
          taken.push((performance.now() - began) / 1000);
        }
        return 1 / median(taken);
      };
      const ours = phase(() => funnel(dataSource.manager, null));
      const floor = phase(() => client.query(GROUPED));
      const read = await interleaved(sizes.rounds, { ours, floor });
      const name = `funnel of ${sizes.funnel.toLocaleString('en')} beside GROUP BY`;
      return [besideFloor({ aim: 8, name, unit: '/s', atLeast: 20 }, read.ours, read.floor)];
    } finally {
      await client.end();
      await dataSource.destroy();
    }
  },
};
