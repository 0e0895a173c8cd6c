import type { Bilingual } from '#libs/calendar';
import type { Caller } from '#libs/access';
import { clusterValuesOf, type ClusterBasis } from '#libs/curriculum';
import type { Refused } from '#libs/platform';
import type { SentToMany } from '../cohorts/send-to-cohort.js';
import { actorIdOf } from '../journeys/actor.js';
import { parseInput } from '../parse-input.js';
import { done, fault, invalid, type Fault, type Result } from '../refusal.js';
import { boundsOf } from './classes.js';
import type { GroupingRequest } from './confirm-coaching-groups.js';
import { confirmedClasses, confirmedClassOf, type ConfirmedClass } from './confirmed-classes.js';
import { eligibleOf } from './eligible.js';
import type { DecidedGroup, GroupDecision, GroupingStanding } from './group-book.port.js';
import type { GroupingDeps } from './grouping-deps.js';
import { classConfirmation } from './grouping-input.js';
import { noClassesIn, twoOfOneName } from './grouping-refusals.js';
import { basisOf, classMember } from './known-gaps.js';
import { sendDecision, type EventForMember } from './send-decision.js';
import { staleDraft } from './stale-draft.js';

/**
 * Confirms who follows which class. Following another class than the own cluster, as in a merge of one that is too small, is
 * the institute's decision and needs its reason; the cluster of record is kept beside the class (seed 002, Alternative II b). So
 * does a class below or above the policy's sizes.
 */
export async function confirmClasses(
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
  const parsed = parseInput(classConfirmation, body);
  if (!parsed.ok) return parsed;
  const { reason = null, ...draft } = parsed.value;
  const misplaced = noClassesIn(cohort);
  if (misplaced) return misplaced;
  const basis = basisOf(cohort.clusterBy);
  const clusters = clustersOf(standings, basis, deps);
  const groups = draft.groups.map(({ name, class: named, value, members }): DecidedGroup => ({
    name,
    coach: null,
    value: named ?? value ?? sharedCluster(members, clusters) ?? '',
    members: members.map((journeyId) => ({ journeyId, cluster: clusters.get(journeyId) ?? null })),
  }));
  const bounds = boundsToKeep(cohort, draft, deps.knowledge);
  const refusal =
    twoOfOneName(groups.map(({ name }) => name)) ??
    unknownValues(groups, basis) ??
    staleDraft(draft.groups, eligibleOf(standings), withCluster(standings, clusters)) ??
    (reason === null ? unexplained(groups, bounds) : null);
  if (refusal) return refusal;
  const decision: GroupDecision = {
    ...{ id, orgId: cohort.orgId, cohortId: cohort.id, kind: 'class', action: 'confirmed' },
    ...{ groups, mentor: null, reason, decidedBy: actorIdOf(caller), decidedAt: now },
  };
  return done(await deps.book.write(decision));
}

function clustersOf(
  standings: GroupingStanding[],
  basis: ClusterBasis,
  { knowledge }: GroupingDeps,
): Map<string, string | null> {
  return new Map(
    eligibleOf(standings).members.map((one) => [one.journeyId, classMember(one, basis, knowledge).value]),
  );
}

/** A proposal that comes back as it went out names no class: its members' own cluster is meant. */
function sharedCluster(members: readonly string[], clusters: Map<string, string | null>): string | null {
  const values = new Set(members.map((journeyId) => clusters.get(journeyId) ?? null));
  const [only = null] = values;
  return values.size === 1 ? only : null;
}

/** Whoever has no gap belongs to no cluster: the institute may leave his class open. */
function withCluster(standings: GroupingStanding[], clusters: Map<string, string | null>): string[] {
  return standings.map(({ journeyId }) => journeyId).filter((id) => (clusters.get(id) ?? null) !== null);
}

function unknownValues(groups: readonly DecidedGroup[], basis: ClusterBasis): Refused | null {
  const values: readonly string[] = clusterValuesOf(basis);
  const choices = values.join(', ');
  const faults = groups.flatMap(({ value }, at): Fault[] =>
    values.includes(value ?? '')
      ? []
      : [
          fault(
            `groups[${String(at)}].class`,
            'grouping.value_unknown',
            `Pilihannya: ${choices}.`,
            `Choose among: ${choices}.`,
          ),
        ],
  );
  if (faults.length === 0) return null;
  return invalid('grouping.value_unknown', VALUE_UNKNOWN, faults);
}

/** Whoever asked for other sizes may have them proposed; to go outside of the policy's he says why. */
function boundsToKeep(
  cohort: GroupingRequest['cohort'],
  asked: { maximum?: number | undefined },
  knowledge: GroupingDeps['knowledge'],
): Bounds {
  const { minimum, maximum } = boundsOf(cohort, {}, knowledge);
  return { minimum, maximum: Math.min(asked.maximum ?? maximum, maximum) };
}

interface Bounds {
  minimum: number;
  maximum: number;
}

/** What needs a reason: people in another class than their cluster, and a class outside of the bounds. */
function unexplained(groups: readonly DecidedGroup[], { minimum, maximum }: Bounds): Refused | null {
  const merged = groups.flatMap(({ value, members }, at) =>
    members.some(({ cluster }) => cluster !== null && cluster !== value) ? [mergedFault(at)] : [],
  );
  if (merged.length > 0) return invalid('grouping.reason_missing', MERGE, merged);
  const large = groups.flatMap(({ members }, at) =>
    members.length > maximum ? [largeFault(at, members.length, maximum)] : [],
  );
  if (large.length > 0) return invalid('grouping.over_size', OVER_SIZE, large);
  const small = groups.flatMap((group, at) =>
    group.members.length < minimum ? [smallFault(at, group, minimum)] : [],
  );
  return small.length > 0 ? invalid('class.below_minimum', BELOW_MINIMUM, small) : null;
}

function smallFault(at: number, { name, members }: DecidedGroup, minimum: number): Fault {
  const [size, fewest] = [String(members.length), String(minimum)];
  return fault(
    `groups[${String(at)}].members`,
    'class.below_minimum',
    `${name}: ${size} orang; paling sedikit ${fewest}.`,
    `${name}: ${size} people; at least ${fewest}.`,
  );
}

function mergedFault(at: number): Fault {
  const text = { id: 'Ada yang berasal dari klaster lain.', en: 'Some come from another cluster.' };
  return fault(`groups[${String(at)}].members`, 'grouping.reason_missing', text.id, text.en);
}

function largeFault(at: number, people: number, maximum: number): Fault {
  const [size, most] = [String(people), String(maximum)];
  const path = `groups[${String(at)}].members`;
  return fault(
    path,
    'grouping.over_size',
    `${size} orang; paling banyak ${most}.`,
    `${size} people; at most ${most}.`,
  );
}

async function tellEverybody(
  { engine, book }: GroupingDeps,
  caller: Caller,
  decision: GroupDecision,
  standings: GroupingStanding[],
): Promise<SentToMany> {
  const followed = new Map(standings.map(({ journeyId, context }) => [journeyId, context.class]));
  const before = classesBefore(decision, await book.ofCohort(decision.cohortId, 'class'));
  const all = decision.groups.flatMap(({ name, value, members }) =>
    members.map(({ journeyId }) => ({ journeyId, name, value })),
  );
  const changed = all.filter(({ journeyId, name, value }) => {
    const was = followed.get(journeyId) ?? null;
    return was !== value || confirmedClassOf({ journeyId, class: was }, before)?.name !== name;
  });
  const events = changed.map(({ journeyId, value }): EventForMember => ({
    journeyId,
    type: 'classAssigned',
    payload: { class: value },
  }));
  const { accepted, refused } = await sendDecision(engine, caller, decision, events);
  return { accepted: accepted + all.length - changed.length, refused };
}

function classesBefore({ id }: GroupDecision, decisions: readonly GroupDecision[]): ConfirmedClass[] {
  return confirmedClasses(
    decisions.slice(
      0,
      decisions.findIndex((one) => one.id === id),
    ),
  );
}

const MERGE: Bilingual = {
  id: 'Menggabungkan kelas memerlukan alasan (reason): klaster asal peserta tetap tercatat.',
  en: 'Merging classes needs a reason: the cluster of record of each participant is kept.',
};
const OVER_SIZE: Bilingual = {
  id: 'Ada kelas yang melebihi batas. Bagi kelasnya atau sebutkan alasannya (reason).',
  en: 'A class is larger than the bound. Split it or give a reason.',
};
const BELOW_MINIMUM: Bilingual = {
  id: 'Ada kelas di bawah jumlah minimum. Gabungkan dengan kelas lain, atau sebutkan alasan (reason) kelas kecil itu tetap berjalan.',
  en: 'A class is below the minimum. Merge it with another one, or give the reason why the small class is held all the same.',
};
const VALUE_UNKNOWN: Bilingual = {
  id: 'Kelas tidak sesuai dengan dasar pengelompokan angkatan ini.',
  en: 'The class does not fit the basis of this cohort.',
};
