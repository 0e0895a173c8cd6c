import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { Cohort } from '../cohorts/cohort.js';
import type { SentToMany } from '../cohorts/send-to-cohort.js';
import { actorIdOf } from '../journeys/actor.js';
import { parseInput } from '../parse-input.js';
import { done, fault, invalid, type Fault, type Result } from '../refusal.js';
import { groupSizeOf } from './coaching-groups.js';
import { eligibleOf } from './eligible.js';
import type { DecidedGroup, GroupDecision, GroupingStanding } from './group-book.port.js';
import type { GroupingDeps } from './grouping-deps.js';
import { coachingConfirmation, type CoachingConfirmation } from './grouping-input.js';
import { noCoachingIn, twoOfOneName } from './grouping-refusals.js';
import { sendDecision, type EventForMember } from './send-decision.js';
import { staleDraft } from './stale-draft.js';

/** One request of one person about one cohort; its id makes a repeat the same decision. */
export interface GroupingRequest {
  id: string;
  caller: Caller;
  cohort: Cohort;
  body: unknown;
  now: Instant;
}

/**
 * Confirms who is in which coaching group with which coach: the decision is kept first, then everybody gets `coachAssigned`.
 * Where coaching is the treatment of the gap (seed 002, Alternatives III b and IV b) nobody may be left out.
 */
export async function confirmCoaching(
  deps: GroupingDeps,
  request: GroupingRequest,
): Promise<Result<SentToMany>> {
  const known = await deps.book.byId(request.id);
  const standings = await deps.standings.ofCohort(request.cohort.id);
  const decision = known ? done(known) : await decide(deps, request, standings);
  if (!decision.ok) return decision;
  return done(await tellEverybody(deps, request.caller, decision.value, standings));
}

async function decide(
  deps: GroupingDeps,
  { id, caller, cohort, body, now }: GroupingRequest,
  standings: GroupingStanding[],
): Promise<Result<GroupDecision>> {
  const parsed = parseInput(coachingConfirmation, body);
  if (!parsed.ok) return parsed;
  const { groups, reason = null } = parsed.value;
  const eligible = eligibleOf(standings);
  const everybody = eligible.members.map(({ journeyId }) => journeyId);
  const refusal =
    noCoachingIn(cohort) ??
    twoOfOneName(groups.map(({ name }) => name)) ??
    staleDraft(groups, eligible, isTreatment(cohort) ? everybody : []) ??
    (reason === null ? tooLarge(groups, groupSizeOf(cohort, deps.knowledge)) : null);
  if (refusal) return refusal;
  const coached = await withCoaches(deps, cohort, groups);
  if (!coached.ok) return coached;
  const decision: GroupDecision = {
    ...{ id, orgId: cohort.orgId, cohortId: cohort.id, kind: 'coaching', action: 'confirmed' },
    ...{ groups: coached.value, mentor: null, reason, decidedBy: actorIdOf(caller), decidedAt: now },
  };
  return done(await deps.book.write(decision));
}

function isTreatment({ pathway }: Cohort): boolean {
  return pathway === 'a-la-carte' || pathway === 'generic-plus';
}

function tooLarge(groups: CoachingConfirmation['groups'], size: number): ReturnType<typeof invalid> | null {
  const faults = groups.flatMap(({ members }, at): Fault[] =>
    members.length <= size
      ? []
      : [
          fault(
            `groups[${String(at)}].members`,
            'grouping.over_size',
            `${String(members.length)} orang; paling banyak ${String(size)}.`,
            `${String(members.length)} people; at most ${String(size)}.`,
          ),
        ],
  );
  return faults.length === 0 ? null : invalid('grouping.over_size', OVER_SIZE, faults);
}

async function withCoaches(
  { companions }: GroupingDeps,
  { orgId }: Cohort,
  groups: CoachingConfirmation['groups'],
): Promise<Result<DecidedGroup[]>> {
  const decided: DecidedGroup[] = [];
  const faults: Fault[] = [];
  for (const [at, { name, coach: named, members }] of groups.entries()) {
    const coach = await companions.withRole(named, 'coach', orgId);
    if (coach === null) faults.push(unknownCoach(`groups[${String(at)}].coach`, named));
    decided.push({
      name,
      coach,
      value: null,
      members: members.map((journeyId) => ({ journeyId, cluster: null })),
    });
  }
  return faults.length > 0 ? invalid('grouping.coach_unknown', COACH_UNKNOWN, faults) : done(decided);
}

export function unknownCoach(path: string, named: string): Fault {
  return fault(
    path,
    'grouping.coach_unknown',
    `"${named}" bukan coach di lembaga ini.`,
    `"${named}" is no coach at this institute.`,
  );
}

async function tellEverybody(
  { engine }: GroupingDeps,
  caller: Caller,
  decision: GroupDecision,
  standings: GroupingStanding[],
): Promise<SentToMany> {
  const contexts = new Map(standings.map(({ journeyId, context }) => [journeyId, context]));
  const all = decision.groups.flatMap(({ name: group, coach, members }) =>
    members.map(({ journeyId }) => ({ journeyId, coach, group })),
  );
  const changed = all.filter(({ journeyId, coach, group }) => {
    const context = contexts.get(journeyId);
    return context?.coach !== coach || context?.group !== group;
  });
  const events = changed.map(({ journeyId, coach, group }): EventForMember => ({
    journeyId,
    type: 'coachAssigned',
    payload: { coach, group },
  }));
  const { accepted, refused } = await sendDecision(engine, caller, decision, events);
  // Whoever is in this group with this coach already has been told before.
  return { accepted: accepted + all.length - changed.length, refused };
}

export const COACH_UNKNOWN = {
  id: 'Sebutkan coach dengan nama akun, id akun, atau id orang yang berperan coach di lembaga ini.',
  en: 'Name a coach by user name, account id or person id of somebody with the role of coach at this institute.',
};
const OVER_SIZE = {
  id: 'Ada kelompok yang melebihi batas kebijakan. Pindahkan sebagian anggotanya atau sebutkan alasannya (reason).',
  en: 'A group is larger than the policy allows. Move some of its members or give a reason.',
};
