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
  z.object({ op: z.literal('add'), stage, course: courseCode }),
  z.object({ op: z.literal('remove'), stage, course: courseCode }),
  z.object({ op: z.literal('setClass'), class: z.string().min(1) }),
]);

/** What the training institute sends about placing, training and deciding. */
export const instituteEvents = {
  placementConfirmed: {
    payload: z.object({ note: z.string().optional(), directAssessment: z.boolean().optional() }),
    roles: institute,
  },
  placementRevised: { payload: z.object({ changes: z.array(planChange), reason }), roles: institute },
  classAssigned: { payload: z.object({ class: z.string().min(1) }), roles: institute },
  coachAssigned: { payload: z.object({ coach: id, group: z.string().min(1) }), roles: institute },
  mentorAssigned: { payload: z.object({ mentor: id }), roles: institute },
  briefingCompleted: {
    payload: z.object({
      person: id,
      role: z.enum(['coach', 'mentor']),
      heldOn: localDate,
      topics: z.array(z.enum(['assessmentUse', 'ksaMatrix'])).min(1),
    }),
    roles: institute,
  },
  courseCompleted: {
    payload: z.object({ course: courseCode, stage, score: score.optional(), completedOn: localDate }),
    roles: ['institute', 'lms'],
  },
  courseReopened: { payload: z.object({ course: courseCode, stage, reason }), roles: institute },
  stageEvaluated: { payload: z.object({ stage, score, passed: z.boolean() }), roles: institute },
  graduationDecided: {
    payload: z.object({
      decision: z.enum(['passed', 'deferred']),
      note: z.string(),
      profile: profile.optional(),
    }),
    roles: institute,
  },
  remedialCompleted: { payload: z.object({ scores: z.partialRecord(component, score) }), roles: institute },
  verdictConfirmed: { payload: z.object({ note: z.string().optional() }), roles: institute },
  verdictReturned: { payload: z.object({ reason }), roles: institute },
  roundsClosed: { payload: z.object({ reason }), roles: institute },
  assignmentChanged: {
    payload: z.object({
      agencyCode: z.string().optional(),
      unit: z.string().optional(),
      post: z.string().optional(),
      postLevel: postLevel.optional(),
      superiorNip: z.string().optional(),
      effectiveOn: localDate,
    }),
    roles: institute,
  },
  withdrawn: { payload: z.object({ reason }), roles: institute },
  transferred: { payload: z.object({ toCohort: id, reason }), roles: institute },
} as const;

/** What the engine sends on behalf of an operator; each folds into context and moves what is still ahead. */
export const verbEvents = {
  cohortRescheduled: {
    payload: z.object({
      startsOn: localDate.optional(),
      endsOn: localDate.optional(),
      stages: z.array(stageDates).optional(),
      reason,
    }),
    roles: ['institute', 'lan', 'system'],
    verb: true,
  },
  suspended: { payload: z.object({ reason }), roles: ['institute', 'lan', 'system'], verb: true },
  resumed: {
    payload: z.object({
      reason: z.string().optional(),
      /** Names of the deadlines that shift by the suspended days; left out, those of the rule do. */
      moves: z.array(z.string()).optional(),
    }),
    roles: ['institute', 'lan', 'system'],
    verb: true,
  },
  rescheduled: {
    payload: z.object({
      deadline: z.string().min(1),
      /** A local day, or an instant whose local day counts: openings and closings keep their time of day. */
      due: z.union([localDate, z.iso.datetime({ offset: true })]),
      reason,
    }),
    roles: ['institute', 'lan', 'system'],
    verb: true,
  },
  calendarChanged: {
    payload: z.object({ calendar: z.string().min(1), reason }),
    roles: ['lan', 'system'],
    verb: true,
  },
} as const;
