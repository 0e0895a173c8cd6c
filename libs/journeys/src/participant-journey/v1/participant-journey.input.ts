import { z } from 'zod';
import {
  clusterBasis,
  courseChoice,
  ENTRIES,
  id,
  level,
  localDate,
  pathway,
  postLevel,
  profile,
  programmeCode,
  stageDates,
  zone,
} from './journey-values.js';
import { faultOfDates } from './stage-dates.js';

/** The journey in the other cohort, after a transfer; or the earlier one of an alumnus. */
export const carriedFrom = z.object({
  journey: id,
  profile: profile.nullable(),
  done: z.array(courseChoice),
  /** Whether graduation was decided there: certificates of completion and participation stand on it. */
  passed: z.boolean(),
  /** Whether that journey issued its certificates already. */
  completionIssued: z.boolean().default(false),
  participationIssued: z.boolean().default(false),
});

/** What a participant's journey starts with. The versions are those in force on that day, and stay. */
export const participantJourneyInput = z
  .object({
    person: id,
    cohort: id,
    kind: z.enum(['training', 'assessment']),
    programme: programmeCode.nullable(),
    pathway: pathway.nullable(),
    clusterBy: clusterBasis.nullable(),
    option: z.enum(['integrated', 'separate']),
    zone,
    startsOn: localDate.nullable(),
    endsOn: localDate.nullable(),
    stages: z.array(stageDates).nullable(),
    entry: z.enum(ENTRIES),
    /** Of the standard of the target post. */
    level,
    postLevel,
    enteredOn: localDate,
    versions: z.object({
      policy: z.string(),
      calendar: z.string(),
      catalogue: z.string(),
      programmes: z.string(),
    }),
    /** Already on file at the start. */
    report: profile.nullable(),
    carriedFrom: carriedFrom.nullable(),
  })
  .superRefine((input, context) => {
    const fail = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const skipsTraining = input.entry === 'alumnus' || input.entry === 'assessmentOnly';
    if (input.kind === 'assessment' && !skipsTraining)
      fail('entry', 'an assessment cohort takes alumnus or assessmentOnly');
    if (input.kind === 'training' && input.entry === 'assessmentOnly')
      fail('entry', 'assessmentOnly needs an assessment cohort');
    if (input.kind === 'assessment') return;
    if (!input.programme) fail('programme', 'a training cohort has a programme');
    if (!input.pathway) fail('pathway', 'a training cohort has a pathway');
    if (!input.startsOn || !input.endsOn || !input.stages)
      return fail('stages', 'a training cohort has dates and stages');
    const fault = faultOfDates({ startsOn: input.startsOn, endsOn: input.endsOn, stages: input.stages });
    if (fault) fail('stages', fault.en);
  });

export type ParticipantJourneyInput = z.infer<typeof participantJourneyInput>;
