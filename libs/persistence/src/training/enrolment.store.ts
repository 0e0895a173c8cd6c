import type { EntityManager } from 'typeorm';
import type { Enrolment, EnrolmentStore, LiveElsewhere } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

const COLUMNS = `journey_id as "journeyId", org_id as "orgId", cohort_id as "cohortId", person_id as "personId", agency_org_id as "agencyOrgId",
  entry, post_level as "postLevel", target_post_level as "targetPostLevel", unit, post, rank, superior_nip as "superiorNip",
  participation_certificate as "participationCertificate", entered_on::text as "enteredOn",
  ${instant('created_at')} as "createdAt"`;

export function enrolmentStore(manager: EntityManager): EnrolmentStore {
  const find = (condition: string, parameter: unknown) =>
    manager.query<Enrolment[]>(`select ${COLUMNS} from enrolment where ${condition} order by journey_id`, [
      parameter,
    ]);
  return {
    ofCohort: (cohortId) => find('cohort_id = $1', cohortId),
    byJourney: async (journeyId) => (await find('journey_id = $1', journeyId))[0] ?? null,
    byJourneys: (journeyIds) => find('journey_id = any($1)', journeyIds),
    liveElsewhere: (personIds, programme, exceptCohort) =>
      manager.query<LiveElsewhere[]>(LIVE_ELSEWHERE, [personIds, programme, exceptCohort]),
    insert: (enrolment, capacity) =>
      capacity === null
        ? insert(manager, enrolment)
        : manager.transaction((unit) => insertWithin(unit, enrolment, capacity)),
    async update(journeyId, { agencyOrgId, postLevel, unit, post, rank, superiorNip }) {
      await manager.query(
        `update enrolment set agency_org_id = $2, post_level = $3, unit = $4, post = $5, rank = $6, superior_nip = $7 where journey_id = $1`,
        [...[journeyId, agencyOrgId, postLevel, unit, post, rank, superiorNip]],
      );
    },
  };
}

async function insert(manager: EntityManager, enrolment: Enrolment): Promise<Enrolment> {
  const [stored] = await manager.query<Enrolment[]>(INSERT, valuesOf(enrolment));
  return stored ?? enrolment;
}

/** The cohort's row is locked in a statement of its own, so that two imports at once count one after the other. */
async function insertWithin(
  unit: EntityManager,
  enrolment: Enrolment,
  capacity: number,
): Promise<Enrolment | null> {
  await unit.query(`select 1 from cohort where id = $1 for no key update`, [enrolment.cohortId]);
  const [found] = await unit.query<{ taken: number; enrolled: boolean }[]>(
    `select count(*)::int as taken, coalesce(bool_or(person_id = $2), false) as enrolled from enrolment where cohort_id = $1`,
    [enrolment.cohortId, enrolment.personId],
  );
  if (found && !found.enrolled && found.taken >= capacity) return null;
  return insert(unit, enrolment);
}

const LIVE_ELSEWHERE = `
  select enrolment.person_id as "personId", enrolment.org_id as "orgId", cohort.name as "cohortName"
  from enrolment
  join cohort on cohort.id = enrolment.cohort_id and cohort.programme = $2
  join instance on instance.id = enrolment.journey_id and instance.status <> 'final'
  where enrolment.person_id = any($1) and enrolment.cohort_id <> $3
  order by enrolment.person_id, cohort.starts_on, cohort.id`;

/** The no-op update makes the row that was there first come back, so that a repeated row finds its journey. */
const INSERT = `
  insert into enrolment (journey_id, org_id, cohort_id, person_id, agency_org_id, entry, post_level, target_post_level,
    unit, post, rank, superior_nip, participation_certificate, entered_on, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict (cohort_id, person_id) do update set cohort_id = enrolment.cohort_id
  returning ${COLUMNS}`;

function valuesOf(one: Enrolment): unknown[] {
  return [
    ...[
      one.journeyId,
      one.orgId,
      one.cohortId,
      one.personId,
      one.agencyOrgId,
      one.entry,
      one.postLevel,
      one.targetPostLevel,
    ],
    ...[
      one.unit,
      one.post,
      one.rank,
      one.superiorNip,
      one.participationCertificate,
      one.enteredOn,
      one.createdAt,
    ],
  ];
}
