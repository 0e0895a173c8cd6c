import { STAGES, type Stage } from '#libs/curriculum';
import { isManagerial, type CompetencyCode } from '#libs/competency';
import { today } from '../context/clock.js';
import { withCourse, withoutCourse } from '../context/course-keys.js';
import type { JourneyContext, SessionEntry } from '../context/journey-context.js';
import type { Fold } from './fold.js';

type Patch = Partial<JourneyContext>;

/** Where the cohort stands on the day on which training begins for this person; who comes late joins the others. */
export function startTraining(context: JourneyContext): Patch {
  const on = today(context);
  const stages = context.stages ?? [];
  const current = stages.find(({ from, to }) => from <= on && on <= to)?.stage ?? null;
  const next = stages.find(({ from }) => from > on)?.stage ?? null;
  return { position: { stage: current, next: current ? null : next }, stageStartedOn: current && on };
}

export function afterStage(stage: Stage): Patch {
  return { position: { stage: null, next: STAGES[STAGES.indexOf(stage) + 1] ?? null }, stageStartedOn: null };
}

export const courseCompleted: Fold<'courseCompleted'> = (context, { payload }) => ({
  done: withCourse(context.done, payload),
  activeOn: today(context),
});

export const courseReopened: Fold<'courseReopened'> = (context, { payload }) => ({
  done: withoutCourse(context.done, payload),
});

export const stageEvaluated: Fold<'stageEvaluated'> = (context, { payload }) =>
  payload.passed ? {} : { stageFailures: context.stageFailures + 1 };

export const learningProgressed: Fold<'learningProgressed'> = (context, { payload }) => {
  const on = today(context);
  const before = context.progress?.on === on ? context.progress.courses : [];
  return { progress: { on, courses: [...before, courseKey(payload.course)] }, activeOn: on };
};

export const courseKey = (course: string) => course.slice(course.indexOf('-') + 1);

/** Older sessions can no longer be voided or confirmed here; they stay counted. */
const RECENT_SESSIONS = 24;

/** The round that a session belongs to: 0 in training, then the round of remediation. */
export const roundOf = ({ receivedOn, rounds }: JourneyContext) => (receivedOn ? rounds + 1 : 0);

export const sessionLogged: Fold<'sessionLogged'> = (context, { payload }) => {
  const { sessions } = context;
  const round = roundOf(context);
  const ordinal = sessions.logged + 1;
  const entry: SessionEntry = [
    ordinal,
    payload.kind === 'coaching' ? 'c' : 'm',
    payload.competency,
    round,
    0,
  ];
  return {
    sessions: {
      ...counted(sessions, entry, 1),
      logged: ordinal,
      recent: [...sessions.recent, entry].slice(-RECENT_SESSIONS),
    },
    evidence: evidenceWith(context, entry, 1),
    briefingWarned: true,
  };
};

export const sessionVoided: Fold<'sessionVoided'> = (context, { payload }) => {
  const { sessions } = context;
  const entry = sessionOf(context, payload.session);
  if (!entry) return {};
  return {
    sessions: { ...counted(sessions, entry, -1), recent: sessions.recent.filter((one) => one !== entry) },
    evidence: evidenceWith(context, entry, -1),
  };
};

export const sessionConfirmed: Fold<'sessionConfirmed'> = ({ sessions }, { payload }) => ({
  sessions: {
    ...sessions,
    recent: sessions.recent.map((entry): SessionEntry =>
      entry[0] === payload.session ? [entry[0], entry[1], entry[2], entry[3], 1] : entry,
    ),
  },
});

export function sessionOf({ sessions }: JourneyContext, ordinal: number): SessionEntry | undefined {
  return sessions.recent.find(([number]) => number === ordinal);
}

/** Only sessions of training count against the planned ones. */
function counted(sessions: JourneyContext['sessions'], [, kind, , round]: SessionEntry, by: 1 | -1) {
  if (round > 0) return sessions;
  const key = kind === 'c' ? 'coaching' : 'mentoring';
  return { ...sessions, [key]: sessions[key] + by };
}

function evidenceWith(context: JourneyContext, [, , competency, round]: SessionEntry, by: 1 | -1) {
  const code = competency as CompetencyCode;
  if (round === 0 || round !== roundOf(context) || !isManagerial(code)) return context.evidence;
  return { ...context.evidence, [code]: (context.evidence[code] ?? 0) + by };
}
