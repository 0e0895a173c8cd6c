import type { Entry, Projection, Transaction } from '#libs/engine';
import { replaceParty } from '../engine/parties.js';

/**
 * Product rows that follow a journey's events, written in the event's own unit: whole profiles, sessions, scores and courses,
 * which the snapshot keeps only as codes and counters.
 */
export const journeyProjections: Projection[] = [
  on(['profileRecorded', 'postProfileRecorded', 'retestRecorded', 'graduationDecided'], addProfile),
  on(['componentScored'], addScore),
  on(['remedialCompleted'], replaceScores),
  on(['sessionLogged'], addSession),
  on(['sessionVoided'], voidSession),
  on(['sessionConfirmed'], confirmSession),
  on(['courseCompleted', 'learningProgressed'], progressCourse),
  on(['courseReopened'], reopenCourse),
  on(['assignmentChanged'], changeAssignment),
  on(['coachAssigned', 'mentorAssigned', 'remediationPlanned'], nameCompanions),
  on(['transferred'], noteTransfer),
];

type Write = (entry: Entry, tx: Transaction) => Promise<unknown>;

function on(types: readonly string[], write: Write): Projection {
  return {
    wants: (definition, type) => definition === 'participantJourney' && types.includes(type),
    project: async (entry, tx) => {
      await write(entry, tx);
    },
  };
}

async function addProfile(
  { orgId, instanceId, seq, type, data, actor, at }: Entry,
  tx: Transaction,
): Promise<void> {
  const profile = data['profile'] as { assessedOn: string } | undefined;
  // Graduation carries a profile only where the evaluation itself was the assessment.
  if (!profile) return;
  await tx.query(
    `insert into profile (org_id, journey_id, seq, event, assessed_on, profile, reason, actor_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      orgId,
      instanceId,
      seq,
      type,
      profile.assessedOn,
      JSON.stringify(profile),
      data['reason'] ?? null,
      actor.id,
      at,
    ],
  );
}

const SCORE = `
  insert into evaluation_score (org_id, journey_id, component, score, indicator_ratings, actor_id, scored_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (journey_id, component) do update set score = excluded.score,
    indicator_ratings = coalesce(excluded.indicator_ratings, evaluation_score.indicator_ratings),
    actor_id = excluded.actor_id, scored_at = excluded.scored_at`;

function addScore({ orgId, instanceId, data, actor, at }: Entry, tx: Transaction): Promise<unknown> {
  const ratings = data['indicatorRatings'];
  return tx.query(SCORE, [
    orgId,
    instanceId,
    data['component'],
    data['score'],
    ratings ? JSON.stringify(ratings) : null,
    actor.id,
    at,
  ]);
}

async function replaceScores({ orgId, instanceId, data, actor, at }: Entry, tx: Transaction): Promise<void> {
  for (const [component, score] of Object.entries(data['scores'] as Record<string, number>)) {
    await tx.query(SCORE, [orgId, instanceId, component, score, null, actor.id, at]);
  }
}

/** A session is known by its ordinal in the journey; the row counts those that stand, voided ones included. */
function addSession({ orgId, instanceId, data, actor, at }: Entry, tx: Transaction): Promise<unknown> {
  return tx.query(
    `insert into session_log (org_id, journey_id, session, kind, competency, held_on, ksa_items, note, evidence, actor_id, logged_at)
     values ($1, $2, (select count(*) + 1 from session_log where journey_id = $2), $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[orgId, instanceId, data['kind'], data['competency'], data['heldOn']],
      ...[JSON.stringify(data['ksaItems'] ?? []), data['note'], data['evidence'] ?? null, actor.id, at],
    ],
  );
}

function voidSession({ instanceId, data, at }: Entry, tx: Transaction): Promise<unknown> {
  return tx.query(
    `update session_log set voided_at = $3, void_reason = $4 where journey_id = $1 and session = $2`,
    [instanceId, data['session'], at, data['reason']],
  );
}

function confirmSession({ instanceId, data, at }: Entry, tx: Transaction): Promise<unknown> {
  return tx.query(`update session_log set confirmed_at = $3 where journey_id = $1 and session = $2`, [
    instanceId,
    data['session'],
    at,
  ]);
}

/** The learning platform knows courses, not stages: its progress is that of self-learning. */
function progressCourse({ orgId, instanceId, data }: Entry, tx: Transaction): Promise<unknown> {
  return tx.query(
    `insert into course_progress (org_id, journey_id, course, stage, completed_on, score, progress)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (journey_id, course, stage) do update set completed_on = coalesce(excluded.completed_on, course_progress.completed_on),
       score = coalesce(excluded.score, course_progress.score), progress = coalesce(excluded.progress, course_progress.progress)`,
    [
      orgId,
      instanceId,
      data['course'],
      data['stage'] ?? 'selfLearning',
      data['completedOn'] ?? null,
      data['score'] ?? null,
      data['progress'] ?? null,
    ],
  );
}

function reopenCourse({ instanceId, data }: Entry, tx: Transaction): Promise<unknown> {
  return tx.query(
    `update course_progress set completed_on = null where journey_id = $1 and course = $2 and stage = $3`,
    [instanceId, data['course'], data['stage']],
  );
}

/** Duties move, the standard stays: the new agency sees the journey from here on and the old one no longer does. */
async function changeAssignment({ orgId, instanceId, data }: Entry, tx: Transaction): Promise<void> {
  await tx.query(
    `update enrolment set unit = coalesce($2, unit), post = coalesce($3, post), post_level = coalesce($4, post_level),
       superior_nip = coalesce($5, superior_nip), agency_org_id = coalesce((select id from organisation where code = $6 and kind = 'agency'), agency_org_id)
     where journey_id = $1`,
    [
      instanceId,
      data['unit'] ?? null,
      data['post'] ?? null,
      data['postLevel'] ?? null,
      data['superiorNip'] ?? null,
      data['agencyCode'] ?? null,
    ],
  );
  const code = data['agencyCode'];
  if (code === undefined) return;
  const [agency] = await tx.query<{ id: string; person: string }[]>(
    `select organisation.id, enrolment.person_id as person from organisation, enrolment
     where organisation.code = $1 and organisation.kind = 'agency' and enrolment.journey_id = $2`,
    [code, instanceId],
  );
  if (!agency) return;
  await replaceParty(tx, { orgId, instanceId, role: 'agency', partyOrg: agency.id, personId: null });
  await replaceParty(tx, {
    orgId,
    instanceId,
    role: 'participant',
    partyOrg: agency.id,
    personId: agency.person,
  });
}

/** Whoever is named as coach or mentor sees the journey and gets its tasks; a name that belongs to nobody known leaves them to the institute's own. */
async function nameCompanions({ orgId, instanceId, data }: Entry, tx: Transaction): Promise<void> {
  for (const role of ['coach', 'mentor'] as const) {
    const named = data[role];
    if (typeof named !== 'string') continue;
    const [person] = await tx.query<{ id: string; org: string | null }[]>(PERSON, [named, role]);
    if (person)
      await replaceParty(tx, { orgId, instanceId, role, partyOrg: person.org ?? orgId, personId: person.id });
  }
}

/** By the person's id, or by an account's id or user name, as whoever assigns may know it; with the organisation that the role is held in. */
const PERSON = `
  select person.id, (select organisation_id from membership
    where role = $2 and (membership.person_id = person.id or account_id in (select id from account where account.person_id = person.id)) limit 1) as org
  from person
  where person.id::text = lower($1)
    or person.id in (select person_id from account where account.id::text = lower($1) or username = lower($1))
  limit 1`;

/** In the event's own unit: a transfer whose process dies right after it still begins the other journey. */
function noteTransfer({ orgId, instanceId, data, actor, at }: Entry, tx: Transaction): Promise<unknown> {
  return tx.query(
    `insert into transfer (org_id, from_journey, to_cohort, reason, actor_id, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (from_journey) do nothing`,
    [orgId, instanceId, data['toCohort'], data['reason'], actor.id, at],
  );
}
