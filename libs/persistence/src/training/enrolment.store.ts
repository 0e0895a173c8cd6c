import type { EntityManager } from 'typeorm';
import type { Enrolment, EnrolmentStore, LiveElsewhere } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

export const ENROLMENT_COLUMNS = `journey_id as "journeyId", org_id as "orgId", cohort_id as "cohortId", person_id as "personId", agency_org_id as "agencyOrgId",
  entry, post_level as "postLevel", target_post_level as "targetPostLevel", unit, post, rank, superior_nip as "superiorNip",
  participation_certificate as "participationCertificate", entered_on::text as "enteredOn",
  ${instant('created_at')} as "createdAt"`;

export function enrolmentStore(manager: EntityManager): EnrolmentStore {
  const find = (condition: string, parameter: unknown) =>
    manager.query<Enrolment[]>(
      `select ${ENROLMENT_COLUMNS} from enrolment where ${condition} order by journey_id`,
      [parameter],
    );
  return {
    ofCohort: (cohortId) => find('cohort_id = $1', cohortId),
    byJourney: async (journeyId) => (await find('journey_id = $1', journeyId))[0] ?? null,
    byJourneys: (journeyIds) => find('journey_id = any($1)', journeyIds),
    liveElsewhere: (personIds, programme, exceptCohort) =>
      manager.query<LiveElsewhere[]>(LIVE_ELSEWHERE, [personIds, programme, exceptCohort]),
    insert: async (enrolment, capacity) => (await insertMany(manager, [enrolment], capacity))[0] ?? null,
    insertMany: (enrolments, capacity) => insertMany(manager, enrolments, capacity),
    async update(journeyId, { agencyOrgId, postLevel, unit, post, rank, superiorNip }) {
      await manager.query(
        `update enrolment set agency_org_id = $2, post_level = $3, unit = $4, post = $5, rank = $6, superior_nip = $7 where journey_id = $1`,
        [...[journeyId, agencyOrgId, postLevel, unit, post, rank, superiorNip]],
      );
    },
  };
}

async function insertMany(
  manager: EntityManager,
  enrolments: readonly Enrolment[],
  capacity: number | null,
): Promise<(Enrolment | null)[]> {
  const [first] = enrolments;
  if (!first) return [];
  if (capacity === null) return inserted(manager, enrolments);
  return manager.transaction(async (unit) => {
    const admitted = await withinCapacity(unit, first.cohortId, enrolments, capacity);
    const stored = (await inserted(unit, admitted)).values();
    const isAdmitted = new Set(admitted);
    return enrolments.map((one) => (isAdmitted.has(one) ? (stored.next().value ?? null) : null));
  });
}

/** The cohort's row is locked in a statement of its own, so that two imports at once count one after the other. */
async function withinCapacity(
  unit: EntityManager,
  cohortId: string,
  enrolments: readonly Enrolment[],
  capacity: number,
): Promise<Enrolment[]> {
  await unit.query(`select 1 from cohort where id = $1 for no key update`, [cohortId]);
  const [found] = await unit.query<{ taken: number; enrolled: string[] }[]>(
    `select count(*)::int as taken, coalesce(jsonb_agg(person_id) filter (where person_id = any($2)), '[]') as enrolled
     from enrolment where cohort_id = $1`,
    [cohortId, enrolments.map(({ personId }) => personId)],
  );
  const enrolled = new Set(found?.enrolled);
  let places = capacity - (found?.taken ?? 0);
  return enrolments.filter(({ personId }) => enrolled.has(personId) || places-- > 0);
}

/** In the order given; who is there already keeps his row, and that is the answer. */
async function inserted(manager: EntityManager, enrolments: readonly Enrolment[]): Promise<Enrolment[]> {
  const rows = await manager.query<Enrolment[]>(INSERT, [JSON.stringify(enrolments)]);
  const byPerson = new Map(rows.map((row) => [row.personId, row]));
  return enrolments.map((one) => byPerson.get(one.personId) ?? one);
}

const LIVE_ELSEWHERE = `
  select enrolment.person_id as "personId", enrolment.org_id as "orgId", cohort.name as "cohortName"
  from enrolment
  join cohort on cohort.id = enrolment.cohort_id and cohort.programme = $2
  join instance on instance.id = enrolment.journey_id and instance.status <> 'final'
  where enrolment.person_id = any($1) and enrolment.cohort_id <> $3
  order by enrolment.person_id, cohort.starts_on, cohort.id`;

/**
 * The no-op update makes the row that was there first come back, so that a repeated row finds its journey. In one order
 * for all: two uploads of the same people would else wait for each other in a circle.
 */
const INSERT = `
  insert into enrolment (journey_id, org_id, cohort_id, person_id, agency_org_id, entry, post_level, target_post_level,
    unit, post, rank, superior_nip, participation_certificate, entered_on, created_at)
  select "journeyId", "orgId", "cohortId", "personId", "agencyOrgId", entry, "postLevel", "targetPostLevel",
    unit, post, rank, "superiorNip", "participationCertificate", "enteredOn", "createdAt"
  from jsonb_to_recordset($1::jsonb) as given ("journeyId" uuid, "orgId" uuid, "cohortId" uuid, "personId" uuid,
    "agencyOrgId" uuid, entry text, "postLevel" text, "targetPostLevel" text, unit text, post text, rank text,
    "superiorNip" text, "participationCertificate" text, "enteredOn" date, "createdAt" timestamptz)
  order by "personId"
  on conflict (cohort_id, person_id) do update set cohort_id = enrolment.cohort_id
  returning ${ENROLMENT_COLUMNS}`;
