import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { CounterRow, ProductRows, ProductRowSource } from '#libs/training';
import type { Transaction } from '#libs/engine';
import { instant } from '../engine/sql/instant.sql.js';
import { COLUMNS } from './certificate.store.js';

const AT_ONCE = 2_000;
const SETTLING_MS = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** The product's rows as the verifier wants them: by journey, in the parameters' own words. */
export function productRowSource(manager: EntityManager): ProductRowSource {
  return {
    async rows(tx, ids, grounds) {
      const of = async <T>(sql: string): Promise<T[]> => tx.query<T[]>(sql, [ids]);
      return {
        enrolments: await of(ENROLMENTS),
        certificates: await certificates(tx, ids, grounds),
        outcomes: await of(OUTCOMES),
        projected: await of(PROJECTED),
        parties: await of(PARTIES),
        transfers: await of(TRANSFERS),
      };
    },
    async *journeyless() {
      for (const table of ['enrolment', 'certificate'] as const) {
        for (let after = ''; ;) {
          const rows = await manager.query<Named[]>(NAMED[table], [
            after === '' ? NOTHING[table] : after,
            AT_ONCE,
          ]);
          const gone = await stillGone(manager, rows);
          if (gone.length > 0) yield gone.map(({ key, journeyId }) => ({ table, key, journeyId }));
          if (rows.length < AT_ONCE) break;
          after = rows[rows.length - 1]?.key ?? '';
        }
      }
    },
    counters: () => manager.query<CounterRow[]>(COUNTERS),
    async instancesOf(choice) {
      const rows = await manager.query<{ id: string }[]>('journeyIds' in choice ? OF_JOURNEYS : OF_COHORT, [
        'journeyIds' in choice ? choice.journeyIds : choice.cohortId,
      ]);
      return rows.map(({ id }) => id);
    },
  };
}

/** An enrolment comes a moment before the start of its journey, in a unit of its own: only one that stays alone counts. */
async function stillGone(manager: EntityManager, rows: Named[]): Promise<Named[]> {
  const gone = rows.filter(({ there }) => !there);
  if (gone.length === 0) return gone;
  await wait(SETTLING_MS);
  const ids = gone.map(({ journeyId }) => journeyId);
  const found = await manager.query<{ id: string }[]>(`select id from instance where id = any($1)`, [ids]);
  const begun = new Set(found.map(({ id }) => id));
  return gone.filter(({ journeyId }) => !begun.has(journeyId));
}

interface Named {
  key: string;
  journeyId: string;
  there: boolean;
}

const NOTHING = { enrolment: FIRST, certificate: '' };

const NAMED = {
  enrolment: `select journey_id::text as key, journey_id as "journeyId",
      exists (select from instance where id = enrolment.journey_id) as there
    from enrolment where journey_id > $1::uuid order by journey_id limit $2`,
  certificate: `select serial as key, journey_id as "journeyId",
      exists (select from instance where id = certificate.journey_id) as there
    from certificate where serial > $1 order by serial limit $2`,
};

const certificates = (
  tx: Transaction,
  ids: string[],
  grounds: string[],
): Promise<ProductRows['certificates']> =>
  tx.query(
    `select ${COLUMNS}, exists (select from instance where id = certificate.instance_id) as started
     from certificate where journey_id = any($1) or instance_id = any($1) or ground = any($2) order by created_at, serial`,
    [ids, grounds],
  );

const ENROLMENTS = `
  select journey_id as "journeyId", org_id as "orgId", cohort_id as "cohortId", person_id as "personId",
    agency_org_id as "agencyOrgId", entry, entered_on::text as "enteredOn", false as "setAside"
  from enrolment where journey_id = any($1)
  union all
  select journey_id, null, cohort_id, person_id, (enrolment ->> 'agency_org_id')::uuid, enrolment ->> 'entry',
    enrolment ->> 'entered_on', true
  from enrolment_set_aside where journey_id = any($1)`;

/** Each row in the words of the effect that wrote it. */
const OUTCOMES = `
  select journey_id as "journeyId", 'issueFeedback' as kind, ground, jsonb_build_object('to', addressee,
    'outcome', outcome, 'unmet', unmet, 'round', round, 'nextLevel', next_level) as params
  from feedback where journey_id = any($1)
  union all
  select journey_id, 'enterTalentPool', ground, jsonb_build_object('outcome', outcome, 'level', level,
    'assessedOn', assessed_on, 'validUntil', valid_until)
  from talent_pool_entry where journey_id = any($1)
  union all
  select journey_id, 'recordDevelopmentHours', ground, jsonb_build_object('hours', hours, 'courses', courses,
    'on', on_date, 'programme', programme)
  from development_hours where journey_id = any($1)
  union all
  select journey_id, 'notify', ground, jsonb_build_object('to', role, 'message', message, 'params', params)
  from notification where journey_id = any($1)`;

const PROJECTED = `
  select journey_id as "journeyId", 'profile' as table, seq::text as key, jsonb_build_object('event', event,
    'assessedOn', assessed_on, 'profile', profile, 'reason', reason, 'actorId', actor_id,
    'recordedAt', ${instant('recorded_at')}) as content
  from profile where journey_id = any($1)
  union all
  select journey_id, 'session_log', session::text, jsonb_build_object('kind', kind, 'competency', competency,
    'heldOn', held_on, 'ksaItems', ksa_items, 'note', note, 'evidence', evidence, 'actorId', actor_id,
    'loggedAt', ${instant('logged_at')}, 'confirmedAt', ${instant('confirmed_at')},
    'voidedAt', ${instant('voided_at')}, 'voidReason', void_reason)
  from session_log where journey_id = any($1)
  union all
  select journey_id, 'evaluation_score', component, jsonb_build_object('score', score,
    'indicatorRatings', indicator_ratings, 'actorId', actor_id, 'scoredAt', ${instant('scored_at')})
  from evaluation_score where journey_id = any($1)
  union all
  select journey_id, 'course_progress', course || ' ' || stage, jsonb_build_object('completedOn', completed_on,
    'score', score, 'progress', progress)
  from course_progress where journey_id = any($1)`;

const PARTIES = `
  select instance_id as "journeyId", role, party_org as "partyOrg", person_id as "personId"
  from journey_party where instance_id = any($1)`;

const TRANSFERS = `
  select from_journey as "journeyId", settled_at is not null as settled, fault,
    exists (select from instance where id = transfer.to_journey) as began
  from transfer where from_journey = any($1)`;

/** The number is the fourth part of the serial; see serialOf. */
const COUNTERS = `
  with given as (
    select org_id, extract(year from issued_on)::int as year, kind, count(*)::int as given,
      coalesce(max(substring(serial from '^[^-]+-[^-]+-[0-9]+-([0-9]+)-')::int), 0) as highest
    from certificate group by 1, 2, 3
  )
  select coalesce(g.org_id, c.org_id) as org, coalesce(g.year, c.year) as year, coalesce(g.kind, c.kind) as kind,
    c.last, coalesce(g.given, 0) as given, coalesce(g.highest, 0) as highest
  from given g full join certificate_counter c on c.org_id = g.org_id and c.year = g.year and c.kind = g.kind
  order by 1, 2, 3`;

const OF_JOURNEYS = `
  select id from instance where id = any($1::uuid[])
  union select instance_id from certificate where journey_id = any($1::uuid[])`;

const OF_COHORT = `
  select id from instance where cohort_id = $1::uuid
  union select journey_id from enrolment where cohort_id = $1::uuid
  union select instance_id from certificate join enrolment using (journey_id) where cohort_id = $1::uuid`;
