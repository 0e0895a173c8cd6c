import type { Draft, EventType, JourneyView, PayloadOf } from './event-types.js';
import type { FieldFor } from './fields.js';

type Fields<T extends EventType> = {
  [K in keyof Required<PayloadOf<T>>]: FieldFor<Required<PayloadOf<T>>[K]> &
    (undefined extends PayloadOf<T>[K] ? { optional: true } : { optional?: never });
};

export interface FormOf<T extends EventType> {
  /** In the order in which they are asked. */
  fields: Fields<T>;
  /** Adds a fact and overwrites nothing: it matters to nobody what else has happened meanwhile. */
  adds?: true;
}

/** Where an event is sent from, if not by a form of its own. */
export type Elsewhere = 'grouping' | 'journeyVerbs' | 'learningSystem';

const hasNoGaps = ({ gaps }: JourneyView) => gaps?.competencies?.every(({ gap }) => gap === 0) ?? false;

const reason = { as: 'longText', label: 'reason' } as const;
const profile = { as: 'profile', label: 'profile' } as const;
const centre = { as: 'organisation', kind: 'centre', label: 'centre' } as const;
const STAGES = ['selfLearning', 'eLearning', 'classical'] as const;
const stageOfCourse = {
  as: 'derived',
  from: (_: JourneyView, { stage }: Draft) => stage,
} as const;

/** A form for every event, or where it is done instead; an event that the API adds does not compile before it is here. */
export const FORMS: { [T in EventType]: FormOf<T> | Elsewhere } = {
  placementConfirmed: {
    fields: {
      note: { as: 'longText', label: 'note', optional: true },
      directAssessment: { as: 'check', label: 'directAssessment', optional: true, when: hasNoGaps },
    },
  },
  placementRevised: { fields: { changes: { as: 'changes', label: 'changes' }, reason } },
  classAssigned: 'grouping',
  coachAssigned: 'grouping',
  mentorAssigned: { fields: { mentor: { as: 'person', role: 'mentor', label: 'mentor' } } },
  briefingCompleted: {
    fields: {
      role: { as: 'choice', label: 'companion', values: ['coach', 'mentor'] },
      person: {
        as: 'derived',
        from: (journey, { role }) => (role === 'mentor' ? journey.mentor : journey.coach),
      },
      heldOn: { as: 'date', label: 'heldOn', limit: 'past' },
      topics: { as: 'several', label: 'topics', values: ['assessmentUse', 'ksaMatrix'] },
    },
  },
  courseCompleted: {
    adds: true,
    fields: {
      course: { as: 'course', label: 'course', among: ({ done }) => !done },
      stage: stageOfCourse,
      completedOn: { as: 'date', label: 'completedOn', limit: 'past' },
      score: { as: 'score', label: 'score', optional: true },
    },
  },
  courseReopened: {
    fields: {
      course: { as: 'course', label: 'course', among: ({ done }) => done },
      stage: stageOfCourse,
      reason,
    },
  },
  stageEvaluated: {
    fields: {
      stage: { as: 'choice', label: 'stage', values: STAGES },
      score: { as: 'score', label: 'score' },
      passed: { as: 'check', label: 'passedStage' },
    },
  },
  graduationDecided: {
    fields: {
      decision: { as: 'choice', label: 'decision', values: ['passed', 'deferred'] },
      note: { as: 'longText', label: 'consideration' },
      profile: {
        ...profile,
        optional: true,
        when: ({ assessmentOption }, { decision }) =>
          assessmentOption === 'integrated' && decision === 'passed',
      },
    },
  },
  remedialCompleted: { fields: { scores: { as: 'scores', label: 'scores', hint: 'remedialScores' } } },
  verdictConfirmed: { fields: { note: { as: 'longText', label: 'note', optional: true } } },
  verdictReturned: { fields: { reason } },
  roundsClosed: { fields: { reason } },
  assignmentChanged: {
    fields: {
      agencyCode: { as: 'organisation', kind: 'agency', label: 'agency', optional: true },
      unit: { as: 'text', label: 'unit', optional: true },
      post: { as: 'text', label: 'post', optional: true },
      postLevel: {
        as: 'choice',
        label: 'postLevel',
        optional: true,
        values: [
          ...(['staff', 'supervisor', 'administrator', 'jptPratama', 'jptMadya', 'jptUtama'] as const),
          ...(['functionalPertama', 'functionalMuda', 'functionalMadya', 'functionalUtama'] as const),
        ],
      },
      superiorNip: { as: 'text', label: 'superiorNip', optional: true },
      effectiveOn: { as: 'date', label: 'effectiveOn' },
    },
  },
  withdrawn: { fields: { reason } },
  transferred: { fields: { toCohort: { as: 'cohort', label: 'toCohort' }, reason } },
  profileRecorded: { fields: { profile } },
  postAssessmentScheduled: { fields: { on: { as: 'date', label: 'on', limit: 'ahead' }, centre } },
  postProfileRecorded: {
    fields: {
      profile,
      reason: {
        ...reason,
        hint: 'lateReason',
        optional: true,
        when: ({ state }) => state.some((path) => path.endsWith('.late')),
      },
    },
  },
  recommendationWritten: {
    fields: { items: { as: 'lines', label: 'recommendation', hint: 'recommendation', min: 1 } },
  },
  retestScheduled: { fields: { on: { as: 'date', label: 'on', limit: 'ahead' }, centre } },
  retestRecorded: { fields: { profile } },
  componentScored: {
    adds: true,
    fields: {
      component: {
        as: 'choice',
        label: 'component',
        values: ['academic', 'fieldLearning', 'actualisation', 'attitude'],
      },
      score: { as: 'score', label: 'score' },
      indicatorRatings: { as: 'derived', optional: true, from: () => undefined },
    },
  },
  sessionLogged: {
    adds: true,
    fields: {
      kind: { as: 'choice', label: 'sessionKind', values: ['coaching', 'mentoring'] },
      competency: { as: 'competency', label: 'competency' },
      heldOn: { as: 'date', label: 'heldOn', limit: 'past' },
      ksaItems: { as: 'ksa', label: 'ksaItems', optional: true },
      note: { as: 'longText', label: 'sessionNote' },
      evidence: { as: 'text', label: 'evidence', hint: 'evidence', optional: true },
    },
  },
  sessionVoided: { fields: { session: { as: 'session', label: 'session' }, reason } },
  sessionConfirmed: { adds: true, fields: { session: { as: 'session', open: true, label: 'session' } } },
  placementObjected: { fields: { reason: { ...reason, hint: 'objection' } } },
  courseAdded: {
    fields: {
      course: {
        as: 'course',
        label: 'course',
        among: ({ decision, added, done }) => decision === 'optional' && added !== true && !done,
      },
      stage: stageOfCourse,
    },
  },
  courseDropped: {
    fields: {
      course: { as: 'course', label: 'course', among: ({ added, done }) => added === true && !done },
      stage: stageOfCourse,
    },
  },
  feedbackReceived: { fields: { receivedOn: { as: 'date', label: 'receivedOn', limit: 'past' } } },
  remediationPlanned: {
    fields: {
      coach: { as: 'person', role: 'coach', label: 'coach' },
      mentor: { as: 'person', role: 'mentor', label: 'mentor' },
      actions: { as: 'lines', label: 'plannedActions', hint: 'actions', min: 0 },
    },
  },
  remediationReported: { fields: { summary: { as: 'longText', label: 'summary' } } },
  nextLevelPlanned: {
    fields: { actions: { as: 'lines', label: 'plannedActions', hint: 'actions', min: 0 } },
  },
  learningProgressed: 'learningSystem',
  cohortRescheduled: 'journeyVerbs',
  suspended: 'journeyVerbs',
  resumed: 'journeyVerbs',
  rescheduled: 'journeyVerbs',
  calendarChanged: 'journeyVerbs',
};

/** Events that have a form of their own. */
export function isFormed(type: string): type is EventType {
  return Object.hasOwn(FORMS, type) && typeof FORMS[type as EventType] !== 'string';
}
