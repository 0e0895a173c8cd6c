import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { PlainFailure } from '../plain-failure.js';

/** A figure with what it supposes; only the figure is kept. */
const assumed = <S extends z.ZodType>(value: S) =>
  z
    .strictObject({ value, assumption: z.string().trim().min(1) })
    .transform((leaf): z.output<S> => (leaf as { value: z.output<S> }).value);

const share = assumed(z.number().min(0).max(1));
const figure = assumed(z.number().min(0).max(100));
const days = z.int().min(0).max(2000);
const span = z.tuple([days, days]).refine(([from, to]) => from <= to, 'the first must not exceed the second');
const delay = assumed(z.strictObject({ days: span, lateShare: z.number().min(0).max(1), lateDays: span }));
const stageDays = z.strictObject({
  ...{ selfLearning: days, workplaceBefore: days, eLearning: days, workplaceAfter: days },
  ...{ classical: days, untilEnd: days },
});

const schema = z.strictObject({
  version: z.string().min(1),
  source: z.string().min(1),
  validFrom: z.iso.date(),
  illustrative: z.literal(true),
  calendar: z.strictObject({
    begins: assumed(z.iso.date()),
    rosterDaysBeforeStart: assumed(days.min(7)),
    daysBetweenCohorts: assumed(days),
    cohortsInTurn: assumed(days.min(1)),
    stageDays: assumed(stageDays),
    giveUpAfterDays: assumed(days.min(30)),
  }),
  intake: z.strictObject({
    ...{ reportOnFileShare: share, reportTooOldShare: share, successorShare: share },
    ...{ assessmentOnlyShare: share, alumnusShare: share, directShare: share },
    aboveStandard: assumed(
      z.strictObject({ mean: z.number(), ofPeople: z.number(), ofCompetencies: z.number() }),
    ),
  }),
  participants: z.strictObject({
    ...{ absentShare: share, missesCourseShare: share, makesUpShare: share, slowShare: share },
    ...{
      abandonsCourseShare: share,
      reportsProgressShare: share,
      objectsShare: share,
      addsCourseShare: share,
    },
    ...{ confirmsSessionShare: share, withdrawsShare: share, restsShare: share, movesPostShare: share },
    transfersShare: share,
  }),
  learning: z.strictObject({
    ...{ wholeProgramme: figure, coachingSession: figure, mentoringSession: figure },
    ...{ remediation: figure, remediationSession: figure, measurementError: figure },
  }),
  examination: z.strictObject({
    score: assumed(
      z.strictObject({
        ...{ mean: z.number(), perLevelAbove: z.number(), spread: z.number(), perMissedCourse: z.number() },
      }),
    ),
    remedialGain: assumed(span),
    stageFailedShare: share,
  }),
  companions: z.strictObject({
    peoplePerCoach: assumed(z.int().min(1)),
    ...{ coachMissesShare: share, memberMissesShare: share, mentorMissesShare: share },
    remediationSessions: assumed(span),
  }),
  outcomes: z.strictObject({
    ...{
      verdictReturnedShare: share,
      planless: share,
      silent: share,
      unplanned: share,
      veryLateShare: share,
    },
    roundsClosedAfter: assumed(z.int().min(1)),
    windowSpreadDays: assumed(span),
  }),
  delays: z.strictObject({ institute: delay, centre: delay, examiner: delay, coach: delay, agency: delay }),
});

/** How the people of a simulation behave: `config/simulation/assumptions.yaml` without what each figure supposes. */
export type Assumptions = z.output<typeof schema>;
export type Span = z.output<typeof span>;
export type Delay = Assumptions['delays'][keyof Assumptions['delays']];

/** Reads `config/simulation/assumptions.yaml`. Throws a plain failure that lists every fault by its path. */
export function readAssumptions(configFolder: string): Assumptions {
  const file = join(configFolder, 'simulation', 'assumptions.yaml');
  const parsed = schema.safeParse(documentOf(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new PlainFailure(`${file} has faults:\n${faults.join('\n')}`);
}

function documentOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing) throw new PlainFailure(`There is no ${file}.`, { cause });
    if (cause instanceof YAMLParseError) throw new PlainFailure(`${file}: ${cause.message}`, { cause });
    throw cause;
  }
}
