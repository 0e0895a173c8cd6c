import { parseInput } from '../parse-input.js';
import type { SentToMany } from '../cohorts/send-to-cohort.js';
import { actorIdOf } from '../journeys/actor.js';
import { conflict, done, invalid, type Result } from '../refusal.js';
import { COACH_UNKNOWN, unknownCoach, type GroupingRequest } from './confirm-coaching-groups.js';
import { currentGroups, type CurrentGroup } from './current-groups.js';
import type { GroupDecision, GroupingStanding } from './group-book.port.js';
import type { GroupingDeps } from './grouping-deps.js';
import { companionChange } from './grouping-input.js';
import { GROUP_UNKNOWN } from './grouping-refusals.js';
import { sendDecision } from './send-decision.js';

export interface CompanionChange extends GroupingRequest {
  group: string;
  role: 'coach' | 'mentor';
}

/** Gives a whole group another coach or mentor midway, with the reason. What was logged stays; the newcomer needs his own briefing. */
export async function replaceCompanion(
  deps: GroupingDeps,
  change: CompanionChange,
): Promise<Result<SentToMany & { companion: string }>> {
  const { id, caller, role, group: name } = change;
  const decision = await decisionOf(deps, change);
  if (!decision.ok) return decision;
  const [group] = decision.value.groups;
  const companion = role === 'coach' ? group?.coach : decision.value.mentor;
  if (!group || !companion) return GROUP_UNKNOWN;
  const sent = await sendDecision(
    deps.engine,
    caller,
    { id },
    group.members.map(({ journeyId }) =>
      role === 'coach'
        ? { journeyId, type: 'coachAssigned', payload: { coach: companion, group: name } }
        : { journeyId, type: 'mentorAssigned', payload: { mentor: companion } },
    ),
  );
  return done({ ...sent, companion });
}

async function decisionOf(deps: GroupingDeps, change: CompanionChange): Promise<Result<GroupDecision>> {
  const { id, caller, cohort, body, now, role, group: name } = change;
  const known = await deps.book.byId(id);
  if (known) return done(known);
  const parsed = parseInput(companionChange(role), body);
  if (!parsed.ok) return parsed;
  const named = String(parsed.value[role]);
  const [decisions, standings] = await Promise.all([
    deps.book.ofCohort(cohort.id, 'coaching'),
    deps.standings.ofCohort(cohort.id),
  ]);
  const group = currentGroups(decisions, standings).find((one) => one.name === name);
  if (!group) return GROUP_UNKNOWN;
  // A mentor is of the participants' own agency as a rule; a coach is the institute's.
  const companion = await deps.companions.withRole(named, role, role === 'coach' ? cohort.orgId : null);
  if (companion === null)
    return role === 'coach'
      ? invalid('grouping.coach_unknown', COACH_UNKNOWN, [unknownCoach('coach', named)])
      : invalid('grouping.mentor_unknown', MENTOR_UNKNOWN, [{ path: 'mentor', code: 'invalid' }]);
  const { coach, members } = group;
  const coaches = coachesOf(group, standings);
  if (role === 'coach' && [coach, ...coaches].every((one) => one === companion))
    return conflict('grouping.coach_same', COACH_SAME);
  const decision: GroupDecision = {
    ...{ id, orgId: cohort.orgId, cohortId: cohort.id, kind: 'coaching' },
    action: role === 'coach' ? 'coachChanged' : 'mentorChanged',
    groups: [{ name, coach: role === 'coach' ? companion : coach, value: null, members }],
    mentor: role === 'mentor' ? companion : null,
    ...{ reason: String(parsed.value['reason']), decidedBy: actorIdOf(caller), decidedAt: now },
  };
  return done(await deps.book.write(decision));
}

/** Somebody may have been given another coach by himself since. */
function coachesOf({ members }: CurrentGroup, standings: readonly GroupingStanding[]): (string | null)[] {
  const own = new Set(members.map(({ journeyId }) => journeyId));
  return standings.filter(({ journeyId }) => own.has(journeyId)).map(({ context }) => context.coach);
}

const COACH_SAME = {
  id: 'Kelompok ini sudah didampingi coach itu; tidak ada yang diubah.',
  en: 'The group has that coach already; nothing was changed.',
};
const MENTOR_UNKNOWN = {
  id: 'Sebutkan mentor dengan nama akun, id akun, atau id orang yang berperan mentor.',
  en: 'Name a mentor by user name, account id or person id of somebody with the role of mentor.',
};
