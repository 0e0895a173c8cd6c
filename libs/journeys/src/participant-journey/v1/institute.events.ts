import { z } from 'zod';
import {
  component,
  courseCode,
  id,
  localDate,
  postLevel,
  profile,
  reason,
  score,
  stage,
  stageDates,
} from './journey-values.js';

const institute = ['institute'] as const;

const planChange = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), stage, course: courseCode }),
  z.strictObject({ op: z.literal('remove'), stage, course: courseCode }),
  z.strictObject({ op: z.literal('setClass'), class: z.string().min(1) }),
]);

/** What the training institute sends about placing, training and deciding. */
export const instituteEvents = {
  placementConfirmed: {
    payload: z.strictObject({ note: z.string().optional(), directAssessment: z.boolean().optional() }),
    roles: institute,
  },
  placementRevised: { payload: z.strictObject({ changes: z.array(planChange), reason }), roles: institute },
  classAssigned: { payload: z.strictObject({ class: z.string().min(1) }), roles: institute },
  coachAssigned: { payload: z.strictObject({ coach: id, group: z.string().min(1) }), roles: institute },
  mentorAssigned: { payload: z.strictObject({ mentor: id }), roles: institute },
  briefingCompleted: {
    payload: z.strictObject({
      person: id,
      role: z.enum(['coach', 'mentor']),
      heldOn: localDate,
      topics: z.array(z.enum(['assessmentUse', 'ksaMatrix'])).min(1),
    }),
    roles: institute,
  },
  courseCompleted: {
    payload: z.strictObject({ course: courseCode, stage, score: score.optional(), completedOn: localDate }),
    roles: ['institute', 'lms'],
  },
  courseReopened: { payload: z.strictObject({ course: courseCode, stage, reason }), roles: institute },
  stageEvaluated: { payload: z.strictObject({ stage, score, passed: z.boolean() }), roles: institute },
  graduationDecided: {
    payload: z.strictObject({
      decision: z.enum(['passed', 'deferred']),
      note: z.string(),
      profile: profile.optional(),
    }),
    roles: institute,
  },
  remedialCompleted: {
    payload: z.strictObject({ scores: z.partialRecord(component, score) }),
    roles: institute,
  },
  verdictConfirmed: { payload: z.strictObject({ note: z.string().optional() }), roles: institute },
  verdictReturned: { payload: z.strictObject({ reason }), roles: institute },
  roundsClosed: { payload: z.strictObject({ reason }), roles: institute },
  assignmentChanged: {
    payload: z.strictObject({
      agencyCode: z.string().optional(),
      unit: z.string().optional(),
      post: z.string().optional(),
      postLevel: postLevel.optional(),
      superiorNip: z.string().optional(),
      effectiveOn: localDate,
    }),
    roles: institute,
  },
  withdrawn: { payload: z.strictObject({ reason }), roles: institute },
  transferred: { payload: z.strictObject({ toCohort: id, reason }), roles: institute },
} as const;

/** What the engine sends on behalf of an operator; each folds into context and moves what is still ahead. */
export const verbEvents = {
  cohortRescheduled: {
    payload: z.strictObject({
      startsOn: localDate.optional(),
      endsOn: localDate.optional(),
      stages: z.array(stageDates).optional(),
      reason,
    }),
    roles: ['institute', 'lan', 'system'],
    verb: true,
  },
  suspended: { payload: z.strictObject({ reason }), roles: ['institute', 'lan', 'system'], verb: true },
  resumed: {
    payload: z.strictObject({
      reason: z.string().optional(),
      /** Names of the deadlines that shift by the suspended days; left out, those of the rule do. */
      moves: z.array(z.string()).optional(),
    }),
    roles: ['institute', 'lan', 'system'],
    verb: true,
  },
  rescheduled: {
    payload: z.strictObject({
      deadline: z.string().min(1),
      /** A local day, or an instant whose local day counts: openings and closings keep their time of day. */
      due: z.union([localDate, z.iso.datetime({ offset: true })]),
      reason,
    }),
    roles: ['institute', 'lan', 'system'],
    verb: true,
  },
  calendarChanged: {
    payload: z.strictObject({ calendar: z.string().min(1), reason }),
    roles: ['lan', 'system'],
    verb: true,
  },
} as const;
