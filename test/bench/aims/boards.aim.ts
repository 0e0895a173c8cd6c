import pg from 'pg';
import { Caller, told } from '../caller.js';
import { enrol, openCohort, rosterOf } from '../cohorts.js';
import { compareLooks, type Look } from '../looks.js';
import { installedDatabase, Product } from '../product.js';
import type { Aim } from '../run.js';

/** What an institute opens first in the morning, of a small cohort and of a large one. */
export const boards: Aim = {
  aims: [6],
  async measure({ server, sizes }) {
    const connectionString = await installedDatabase(server, 'boards');
    const api = Product.api(connectionString);
    try {
      const lembaga = await Caller.signIn(await api.address(), 'lembaga');
      const small = await pagesOf(lembaga, sizes.smallCohort);
      const large = await pagesOf(lembaga, sizes.largeCohort);
      await folded(connectionString);
      const about = [sizes.largeCohort, sizes.smallCohort]
        .map((n) => n.toLocaleString('en'))
        .join(' beside ');
      const figures = await compareLooks(
        sizes,
        { aim: 6, about: `${about} people`, atMost: 1.5 },
        large,
        small,
      );
      lembaga.close();
      return figures;
    } finally {
      await api.stop();
    }
  },
};

async function pagesOf(lembaga: Caller, people: number) {
  const cohort = await openCohort(lembaga, `Ukur papan ${String(people)}`);
  await enrol(lembaga, cohort, rosterOf(people), people);
  const page =
    (path: string): Look =>
    async () =>
      told(await lembaga.get(path), 200);
  return {
    "a cohort's board": page(`/cohorts/${cohort}/board`),
    'the first of its people': page(`/journeys?cohort=${cohort}&limit=50`),
  };
}

/** What the enrolment has appended to the cohorts' counts is summed up by housekeeping, twice a minute. */
async function folded(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query('select from cohort_tally where not folded limit 1');
      if (rowCount === 0) break;
      await new Promise((wake) => setTimeout(wake, 500));
    }
    // As autovacuum does within a minute.
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
