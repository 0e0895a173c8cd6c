import type { Entry, Projection, Transaction } from '#libs/engine';
import { replaceParty } from '../engine/parties.js';

/**
 * Product rows that follow a journey's events, written in the event's own unit: whole profiles, sessions, scores and courses,
 * which the snapshot keeps only as codes and counters. Where many journeys take a step together, their rows of a kind are
 * one statement.
 */
export const journeyProjections: Projection[] = [
  on(['profileRecorded', 'postProfileRecorded', 'retestRecorded', 'graduationDecided'], addProfiles),
  on(['componentScored'], addScores),
  on(['remedialCompleted'], replaceScores),
  on(['sessionLogged'], addSessions),
  on(['sessionVoided'], voidSessions),
  on(['sessionConfirmed'], confirmSessions),
  on(['courseCompleted', 'learningProgressed'], progressCourses),
  on(['courseReopened'], reopenCourses),
  on(['assignmentChanged'], eachOf(changeAssignment)),
  on(['coachAssigned', 'mentorAssigned', 'remediationPlanned'], eachOf(nameCompanions)),
  on(['transferred'], eachOf(noteTransfer)),
];

/** Of entries of distinct journeys. */
type Write = (entries: Entry[], tx: Transaction) => Promise<unknown>;

function on(types: readonly string[], write: Write): Projection {
  return {
    wants: (definition, type) => definition === 'participantJourney' && types.includes(type),
    project: async (entry, tx) => {
      await write([entry], tx);
    },
    projectMany: async (entries, tx) => {
      await write(entries, tx);
    },
  };
}

function eachOf(write: (entry: Entry, tx: Transaction) => Promise<unknown>): Write {
  return async (entries, tx) => {
    for (const entry of entries) await write(entry, tx);
  };
}

/** The parameter of a statement that reads its rows with `json_to_recordset`. */
function rowsOf(entries: Entry[], columns: (entry: Entry) => object = () => ({})): [string] {
  const rows = entries.map((entry) => {
    const { orgId: org, instanceId: journey, actor, at } = entry;
    return { ...entry.data, org, journey, actor: actor.id, at, ...columns(entry) };
  });
  return [JSON.stringify(rows)];
}

/** Graduation carries a profile only where the evaluation itself was the assessment. */
async function addProfiles(entries: Entry[], tx: Transaction): Promise<void> {
  const assessed = entries.filter(({ data }) => data['profile'] !== undefined);
  if (assessed.length === 0) return;
  await tx.query(
    `insert into profile (org_id, journey_id, seq, event, assessed_on, profile, reason, actor_id, recorded_at)
     select org, journey, seq, event, (profile ->> 'assessedOn')::date, profile, reason, actor, at
     from json_to_recordset($1) as given (org uuid, journey uuid, seq integer, event text, profile jsonb, reason text,
       actor text, at timestamptz)`,
    rowsOf(assessed, ({ seq, type: event }) => ({ seq, event })),
  );
}

const SCORE = `
  insert into evaluation_score (org_id, journey_id, component, score, indicator_ratings, actor_id, scored_at)
  select org, journey, component, score, "indicatorRatings", actor, at
  from json_to_recordset($1) as given (org uuid, journey uuid, component text, score numeric, "indicatorRatings" jsonb,
    actor text, at timestamptz)
  on conflict (journey_id, component) do update set score = excluded.score,
    indicator_ratings = coalesce(excluded.indicator_ratings, evaluation_score.indicator_ratings),
    actor_id = excluded.actor_id, scored_at = excluded.scored_at`;

function addScores(entries: Entry[], tx: Transaction): Promise<unknown> {
  return tx.query(SCORE, rowsOf(entries));
}

function replaceScores(entries: Entry[], tx: Transaction): Promise<unknown> {
  const scored = entries.flatMap((entry) =>
    Object.entries(entry.data['scores'] as Record<string, number>).map(([component, score]) => ({
      ...entry,
      data: { component, score },
    })),
  );
  return tx.query(SCORE, rowsOf(scored));
}

/** A session is known by its ordinal in the journey; the row counts those that stand, voided ones included. */
function addSessions(entries: Entry[], tx: Transaction): Promise<unknown> {
  return tx.query(
    `insert into session_log (org_id, journey_id, session, kind, competency, held_on, ksa_items, note, evidence, actor_id, logged_at)
     select org, journey, (select count(*) + 1 from session_log where journey_id = journey), kind, competency, "heldOn",
       coalesce("ksaItems", '[]'), note, evidence, actor, at
     from json_to_recordset($1) as given (org uuid, journey uuid, kind text, competency text, "heldOn" date,
       "ksaItems" jsonb, note text, evidence text, actor text, at timestamptz)`,
    rowsOf(entries),
  );
}

function voidSessions(entries: Entry[], tx: Transaction): Promise<unknown> {
  return tx.query(
    `update session_log set voided_at = given.at, void_reason = given.reason
     from json_to_recordset($1) as given (journey uuid, session integer, at timestamptz, reason text)
     where session_log.journey_id = given.journey and session_log.session = given.session`,
    rowsOf(entries),
  );
}

function confirmSessions(entries: Entry[], tx: Transaction): Promise<unknown> {
  return tx.query(
    `update session_log set confirmed_at = given.at
     from json_to_recordset($1) as given (journey uuid, session integer, at timestamptz)
     where session_log.journey_id = given.journey and session_log.session = given.session`,
    rowsOf(entries),
  );
}

/** The learning platform knows courses, not stages: its progress is that of self-learning. */
function progressCourses(entries: Entry[], tx: Transaction): Promise<unknown> {
  return tx.query(
    `insert into course_progress (org_id, journey_id, course, stage, completed_on, score, progress)
     select org, journey, course, coalesce(stage, 'selfLearning'), "completedOn", score, progress
     from json_to_recordset($1) as given (org uuid, journey uuid, course text, stage text, "completedOn" date, score numeric,
       progress numeric)
     on conflict (journey_id, course, stage) do update set completed_on = coalesce(excluded.completed_on, course_progress.completed_on),
       score = coalesce(excluded.score, course_progress.score), progress = coalesce(excluded.progress, course_progress.progress)`,
    rowsOf(entries),
  );
}

function reopenCourses(entries: Entry[], tx: Transaction): Promise<unknown> {
  return tx.query(
    `update course_progress set completed_on = null
     from json_to_recordset($1) as given (journey uuid, course text, stage text)
     where course_progress.journey_id = given.journey and course_progress.course = given.course
       and course_progress.stage = given.stage`,
    rowsOf(entries),
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
    const [person] = await tx.query<{ id: string; org: string | null }[]>(PERSON, [
      named,
      role,
      orgId,
      instanceId,
    ]);
    if (person)
      await replaceParty(tx, { orgId, instanceId, role, partyOrg: person.org ?? orgId, personId: person.id });
  }
}

/** By the person's id, or by an account's id or user name, as whoever assigns may know it; with the organisation that the role is held in: the owner, or
 * the agency that sends the person. An organisation that has nothing else to do with the journey must not come to know of it. */
const PERSON = `
  select person.id, (select organisation_id from membership
    where role = $2 and (membership.person_id = person.id or account_id in (select id from account where account.person_id = person.id))
      and (organisation_id = $3 or organisation_id in (select party_org from journey_party where instance_id = $4 and journey_party.role = 'agency'))
    order by organisation_id = $3 desc, organisation_id limit 1) as org
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
