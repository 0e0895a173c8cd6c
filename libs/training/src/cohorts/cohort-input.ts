import { ZONES } from '#libs/calendar';
import { CLUSTER_BASES, PATHWAYS, PROGRAMMES, STAGES } from '#libs/curriculum';
import { z } from 'zod';

const date = z.iso.date();

const stageDates = z.strictObject({ stage: z.enum(STAGES), from: date, to: date });

const name = z.string().trim().min(1).max(200);

const trainingCohort = z.strictObject({
  kind: z.literal('training').default('training'),
  programme: z.enum(PROGRAMMES),
  pathway: z.enum(PATHWAYS),
  clusterBy: z.enum(CLUSTER_BASES).nullish(),
  assessmentOption: z.enum(['integrated', 'separate']),
  name,
  zone: z.enum(ZONES),
  startsOn: date,
  endsOn: date,
  stages: z.array(stageDates),
  capacity: z.int().min(1).max(100_000).nullish(),
  pilotId: z.string().max(100).nullish(),
});

const assessmentCohort = z.strictObject({
  kind: z.literal('assessment'),
  programme: z.enum(PROGRAMMES).nullish(),
  pathway: z.null().optional(),
  clusterBy: z.null().optional(),
  assessmentOption: z.enum(['integrated', 'separate']).default('separate'),
  name,
  zone: z.enum(ZONES),
  startsOn: date.nullish(),
  endsOn: date.nullish(),
  stages: z.union([z.null(), z.array(stageDates).max(0)]).optional(),
  capacity: z.int().min(1).max(100_000).nullish(),
  pilotId: z.string().max(100).nullish(),
});

/** `kind` may be left out for a training cohort, so the union is told apart before either schema speaks. */
export function cohortSchemaFor(body: unknown): typeof trainingCohort | typeof assessmentCohort {
  const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : undefined;
  return kind === 'assessment' ? assessmentCohort : trainingCohort;
}

export const cohortInput = z.union([trainingCohort, assessmentCohort]);
export type TrainingCohortInput = z.output<typeof trainingCohort>;
export type AssessmentCohortInput = z.output<typeof assessmentCohort>;

export const rescheduleInput = z.strictObject({
  startsOn: date.optional(),
  endsOn: date.optional(),
  stages: z.array(stageDates).optional(),
  reason: z.string().trim().min(1).max(1000),
  preview: z.boolean().optional(),
  /** Whether the sessions that are still ahead move along. */
  moveSessions: z.boolean().optional(),
  /** Lets what then clashes stand; `reason` says why. */
  allowClashes: z.boolean().optional(),
});
export type RescheduleInput = z.output<typeof rescheduleInput>;
