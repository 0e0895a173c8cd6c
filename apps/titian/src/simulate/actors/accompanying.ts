import { addDays } from '#libs/calendar';
import { COMPETENCIES, type CompetencyCode } from '#libs/competency';
import { codeOf } from '../api-client.js';
import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import { coachName } from '../invented/world.js';
import type { OpenCohort, SimulatedJourney } from '../journey-book.js';
import { groupedBy, sideBySide } from '../side-by-side.js';
import { onWorkday } from '../workdays.js';
import { aboutOf, inDueCourse, sending, type Actor, type Planner } from './actor.js';

/** Days before the start on which classes and coaching groups are formed of whoever is placed. */
const GROUPS_BEFORE_START = 7;

const formGroups =
  (name: string): Planner =>
  (desk, task, journey, by) => {
    const day = onWorkday(addDays(journey.cohort.invented.startsOn, -GROUPS_BEFORE_START));
    const late = desk.within(journey, 'institute', name);
    desk.plan({ name, on: desk.today <= day ? day : late, journey, by, task: task.id });
  };

/** Classes, coaching groups, coaches and mentors, their briefings and their sessions. */
export const accompanying: Actor = {
  lists: {
    assignClass: formGroups('formClasses'),
    assignCoach: formGroups('formCoachingGroups'),
    assignMentor: inDueCourse('assignMentor', 'institute'),
    attendBriefing: (desk, task, journey) => {
      const { organiser } = journey.cohort.invented.institute;
      const on = desk.within(journey, 'coach', `briefing ${task.role}`);
      const about = `${task.role} ${aboutOf(task)}`;
      desk.plan({ name: 'brief', on, journey, by: desk.staff.named(organiser), about, task: task.id });
    },
    coachSession: (desk, task, journey, by) => {
      const { stage, session } = task.subject;
      const span = journey.cohort.invented.stages.find((one) => one.stage === stage);
      if (!span || session === undefined) return;
      const { coachMissesShare, memberMissesShare } = desk.assumptions.companions;
      const what = `coach session ${String(session)}`;
      const notHeld = journey.cohort.chance.happens(`${what} ${by.username}`, coachMissesShare);
      if (notHeld || journey.person.chance.happens(what, memberMissesShare)) return;
      const on = onWorkday(addDays(span.from, journey.cohort.chance.between(what, [2, 9])));
      desk.plan({ name: 'coach', on, journey, by, about: String(session), task: task.id });
    },
    mentorSession: (desk, task, journey, by) => {
      const { session = 1 } = task.subject;
      const { chance } = journey.person;
      const what = `mentor session ${String(session)}`;
      if (chance.happens(what, desk.assumptions.companions.mentorMissesShare)) return;
      const on = addDays(journey.cohort.invented.startsOn, session * 12 + chance.between(what, [0, 9]));
      desk.planOnWorkday({ name: 'mentor', on, journey, by, about: String(session), task: task.id });
    },
  },
  acts: {
    formClasses: (desk, acts) => inGroups(desk, acts, 'classes', joinClass),
    formCoachingGroups: (desk, acts) => inGroups(desk, acts, 'coaching-groups', joinCoach),
    assignMentor: (desk, acts) => assign(desk, acts, ({ person }) => ({ mentor: person.agency.mentor })),
    brief,
    coach: (desk, acts) => holdSessions(desk, acts, 'coaching'),
    mentor: (desk, acts) => holdSessions(desk, acts, 'mentoring'),
    confirmSession: sending('sessionConfirmed', ({ about }) => ({ session: about })),
  },
};

type Kind = 'classes' | 'coaching-groups';
type Joining = (cohort: OpenCohort) => object;

const joinClass: Joining = ({ classes }) => ({ class: classes[0] ?? 'A' });
const joinCoach: Joining = ({ coaches }) => ({ coach: coaches[0] ?? coachName(0), group: '1' });

/** The cohort's first round goes by what the API proposes; who comes later joins what there is. */
async function inGroups(desk: Desk, acts: readonly Act[], kind: Kind, join: Joining): Promise<void> {
  const cohorts = [...groupedBy(acts, ({ cohort }) => cohort.id).values()];
  await sideBySide(cohorts, 4, async (ofCohort) => {
    const [first] = ofCohort;
    if (!first) return;
    const { cohort } = first;
    const isFormed = (kind === 'classes' ? cohort.classes : cohort.coaches).length > 0;
    if (!isFormed && (await propose(desk, first, kind))) return;
    await assign(desk, ofCohort, () => join(cohort));
  });
}

interface ProposedGroup {
  name: string;
  class?: string;
  value?: string;
  members: string[];
}

/** Confirms the proposal as it comes; false when there was nothing to confirm. */
async function propose(desk: Desk, { by, cohort }: Act, kind: Kind): Promise<boolean> {
  const proposal = await by.send('POST', `/cohorts/${cohort.id}/${kind}/propose`, {});
  if (proposal.status !== 200) return false;
  const groups = (proposal.body['groups'] as unknown as ProposedGroup[]).filter(
    ({ members }) => members.length > 0,
  );
  if (groups.length === 0) return false;
  const named = groups.map((group, index) =>
    kind === 'classes' ? group : { ...group, coach: coachOf(desk, cohort, index) },
  );
  const confirmation = { groups: named, reason: 'Sesuai usulan' };
  const answer = await by.send('POST', `/cohorts/${cohort.id}/${kind}/confirm`, confirmation);
  if (answer.status !== 200) {
    desk.refused(`${kind} confirm`, codeOf(answer.body));
    return false;
  }
  for (const { code } of answer.body['refused'] as { code: string }[]) desk.refused(kind, code);
  if (kind === 'classes') cohort.classes.push(...groups.map((group) => group.value ?? group.class ?? 'A'));
  else cohort.coaches.push(...groups.map((_, index) => coachOf(desk, cohort, index)));
  return true;
}

/** A coach takes some groups; cohorts go round among the coaches. */
function coachOf(desk: Desk, { invented }: OpenCohort, group: number): string {
  const place = [...desk.cohorts.values()].findIndex((one) => one.invented.key === invented.key);
  return coachName((place + group) % desk.coaches);
}

async function assign(
  desk: Desk,
  acts: readonly Act[],
  to: (journey: SimulatedJourney) => object,
): Promise<void> {
  const groups = [
    ...groupedBy(acts, ({ cohort, journey }) => `${cohort.id} ${JSON.stringify(to(journey))}`).values(),
  ];
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const journeyIds = group.map(({ journey }) => journey.id);
    const assignments = [{ journeyIds, ...to(first.journey) }];
    const answer = await first.by.post(`/cohorts/${first.cohort.id}/assignments`, { assignments });
    refuseAll(desk, group, answer['refused'] as { journeyId: string; code: string }[]);
  }
}

function refuseAll(
  desk: Desk,
  acts: readonly Act[],
  refused: readonly { journeyId: string; code: string }[],
): void {
  for (const { journeyId, code } of refused) {
    const act = acts.find(({ journey }) => journey.id === journeyId);
    if (act) desk.refuse(act, act.name, code);
  }
}

/** The institute briefs a coach or mentor once for everybody whom he accompanies in the cohort. */
async function brief(desk: Desk, acts: readonly Act[]): Promise<void> {
  for (const group of groupedBy(acts, ({ cohort, about }) => `${cohort.id} ${about}`).values()) {
    const [first] = group;
    if (!first) continue;
    const [role, person] = first.about.split(' ');
    const answer = await first.by.post(`/cohorts/${first.cohort.id}/briefings`, {
      ...{ person, role, heldOn: desk.today, topics: ['assessmentUse', 'ksaMatrix'] },
      journeyIds: group.map(({ journey }) => journey.id),
    });
    refuseAll(desk, group, answer['refused'] as { journeyId: string; code: string }[]);
  }
}

async function holdSessions(desk: Desk, acts: readonly Act[], kind: 'coaching' | 'mentoring'): Promise<void> {
  const unread = acts.filter(({ journey }) => journey.page === null);
  await sideBySide(unread, 8, async ({ journey, by }) => void (await desk.read(journey, by)));
  const messages = acts.map((act): Message => {
    const competency = focusOf(act.journey, Number(act.about));
    const payload = { kind, competency, heldOn: desk.today, note: 'Dibahas dan disepakati langkah berikut' };
    return { act, type: 'sessionLogged', payload };
  });
  const { accepted } = await desk.send(messages);
  const { coachingSession, mentoringSession } = desk.assumptions.learning;
  for (const { act, payload } of accepted) {
    const { competency } = payload as { competency: CompetencyCode };
    act.journey.person.improves(competency, kind === 'coaching' ? coachingSession : mentoringSession);
    await afterSession(desk, act.journey);
  }
}

async function afterSession(desk: Desk, journey: SimulatedJourney): Promise<void> {
  journey.sessions += 1;
  const { confirmsSessionShare } = desk.assumptions.participants;
  if (!journey.person.chance.happens(`confirms session ${journey.sessions}`, confirmsSessionShare)) return;
  const by = await desk.staff.participant(journey);
  desk.plan({ name: 'confirmSession', on: desk.in(2), journey, by, about: String(journey.sessions) });
}

/** The largest gaps in turn; without one something of general use. */
function focusOf({ page }: SimulatedJourney, session: number): CompetencyCode {
  const focus = page?.focus.length ? page.focus : COMPETENCIES.slice(0, 1);
  return focus[(session - 1) % focus.length] ?? 'M1';
}
