import type { EntityManager } from 'typeorm';
import type { CohortOrder, CohortRow, CohortStore, Scope } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

export const COHORT_COLUMNS = `cohort.id, cohort.org_id as "orgId", cohort.kind, cohort.programme, cohort.pathway, cohort.cluster_by as "clusterBy",
  cohort.assessment_option as "assessmentOption", cohort.name, cohort.zone, cohort.starts_on::text as "startsOn",
  cohort.ends_on::text as "endsOn", cohort.stages, cohort.capacity, cohort.pilot_id as "pilotId", cohort.versions,
  ${instant('cohort.created_at')} as "createdAt", owner.code as "orgCode", owner.name as "orgName"`;

const ENROLLED = `(select count(*)::int from enrolment where enrolment.cohort_id = cohort.id)`;

const COLUMNS = `${COHORT_COLUMNS},
  ${ENROLLED} as enrolled`;

const FROM = `from cohort join organisation owner on owner.id = cohort.org_id`;

/** $3 agencies, $4 centres, $5 person, $6 as what he may be named, $7 and $8 where coach and mentor may be vacant. */
export const hasPart = (org: string, journey: string) =>
  `journey_shows_v1(${org}, ${journey}, $3::uuid[], $4::uuid[], $5::uuid, $6::text[], $7::uuid[], $8::uuid[])`;

/** $1 all, $2 owners: a cohort shows itself to whoever has a part in one of its journeys. */
const VISIBLE = `($1::boolean or cohort.org_id = any($2::uuid[]) or exists (
  select 1 from enrolment where enrolment.cohort_id = cohort.id and ${hasPart('enrolment.org_id', 'enrolment.journey_id')}))`;

/** What a page is ordered by, the last one's of it in $15, and whether it falls as people read such a column. */
const ORDERS: Record<CohortOrder, { by: string; last: string; falls: boolean }> = {
  newest: { by: 'cohort.id', last: '$15::uuid', falls: true },
  name: { by: 'lower(cohort.name)', last: 'lower($15::text)', falls: false },
  startsOn: { by: `coalesce(cohort.starts_on, '-infinity')`, last: '$15::date', falls: true },
  enrolled: { by: ENROLLED, last: '$15::int', falls: true },
};

/** $9 words of the name, $10 programme, $11 pathway, $12 ahead, now or over on $13. */
const NARROWED = `($9::text is null or cohort.name ilike '%' || $9 || '%')
  and ($10::text is null or cohort.programme = $10)
  and ($11::text is null or cohort.pathway = $11)
  and ($12::text is null or $12 = case when cohort.starts_on > $13::date then 'ahead'
    when cohort.ends_on < $13::date then 'over' else 'now' end)`;

export function cohortStore(manager: EntityManager): CohortStore {
  return {
    async insert(cohort) {
      await manager.query(
        `insert into cohort (org_id, id, kind, programme, pathway, cluster_by, assessment_option, name, zone, starts_on, ends_on, stages, capacity, pilot_id, versions, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
        [
          ...[
            cohort.orgId,
            cohort.id,
            cohort.kind,
            cohort.programme,
            cohort.pathway,
            cohort.clusterBy,
            cohort.assessmentOption,
            cohort.name,
            cohort.zone,
          ],
          ...[
            cohort.startsOn,
            cohort.endsOn,
            cohort.stages && JSON.stringify(cohort.stages),
            cohort.capacity,
            cohort.pilotId,
            JSON.stringify(cohort.versions),
            cohort.createdAt,
          ],
        ],
      );
    },
    async byId(id, scope) {
      const rows = await manager.query<CohortRow[]>(
        `select ${COLUMNS} ${FROM} where ${VISIBLE} and cohort.id = $9`,
        [...visibility(scope), id],
      );
      return rows[0] ?? null;
    },
    list(scope, { q, programme, pathway, when }, { limit, order, turned, after }, today) {
      const { by, last, falls } = ORDERS[order];
      const down = falls !== turned;
      const [beyond, way] = down ? ['<', 'desc'] : ['>', 'asc'];
      const words = q?.replace(/[\\%_]/g, '\\$&') ?? null;
      return manager.query<CohortRow[]>(
        `select ${COLUMNS} ${FROM} where ${VISIBLE} and ${NARROWED}
           and ($14::uuid is null or (${by}, cohort.id) ${beyond} (${last}, $14::uuid))
         order by ${by} ${way}, cohort.id ${way} limit $16`,
        [
          ...[...visibility(scope), words, programme ?? null, pathway ?? null, when ?? null, today],
          ...[after?.id ?? null, after?.key ?? null, limit],
        ],
      );
    },
    async moveDates(id, { startsOn, endsOn, stages }) {
      await manager.query(`update cohort set starts_on = $2, ends_on = $3, stages = $4 where id = $1`, [
        id,
        startsOn,
        endsOn,
        JSON.stringify(stages),
      ]);
    },
  };
}

/** The first eight parameters of every query that shows only what the caller may see. */
export function visibility({ all, owners, agencies, centres, person, named, vacant }: Scope): unknown[] {
  return [all, owners, agencies, centres, person, named, vacant.coach, vacant.mentor];
}
