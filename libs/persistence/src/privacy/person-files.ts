import type { EntityManager } from 'typeorm';
import type { PersonFiles } from '#libs/training';
import { OTHERS, SECTIONS } from './sections.sql.js';

export function personFiles(manager: EntityManager): PersonFiles {
  return {
    async of(personId) {
      const held = [];
      for (const [section, sql] of Object.entries(SECTIONS))
        held.push({ section, rows: await manager.query<Record<string, unknown>[]>(sql, [personId]) });
      return { held, journeyIds: await journeysOf(manager, personId) };
    },
    journeysOf: (personId) => journeysOf(manager, personId),
    async counts(personId) {
      const one = (section: string, sql: string) =>
        `select '${section}' as section, count(*)::int as count from (${sql}) as rows`;
      const all = Object.entries(SECTIONS).map(([section, sql]) => one(section, sql));
      return manager.query<{ section: string; count: number }[]>(all.join(' union all '), [personId]);
    },
    async others(personId, ids) {
      const known = await manager.query<{ id: string }[]>(
        `select id from person where id = any($2::uuid[]) and id <> $1
         union select id from account where id = any($2::uuid[]) and person_id is distinct from $1`,
        [personId, ids],
      );
      const others = known.map(({ id }) => id);
      const words = await manager.query<{ word: string }[]>(OTHERS, [personId, others]);
      return { ids: others, words: words.map(({ word }) => word) };
    },
  };
}

async function journeysOf(manager: EntityManager, personId: string): Promise<string[]> {
  const journeys = await manager.query<{ id: string }[]>(
    `select journey_id as id from enrolment where person_id = $1 order by created_at, journey_id`,
    [personId],
  );
  return journeys.map(({ id }) => id);
}
