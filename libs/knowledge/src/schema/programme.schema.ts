import { z } from 'zod';
import { MANAGERIAL } from '#libs/competency';
import { STAGES } from '#libs/curriculum';
import { report, reportMissing, unique } from './list.rules.js';
import {
  bilingual,
  count,
  head,
  level,
  localDate,
  managerialCode,
  postLevel,
  programmeCode,
  stage,
  text,
} from './parts.schema.js';

/** The agenda of actualisation, which nobody is exempt from (seed 002, Alternative I b). */
const ACTUALISATION = 4;

const course = z
  .strictObject({
    code: z.string().regex(/^(PKN1|PKN2|PKA|PKP)-[1-9][a-z]$/, 'not a course code such as PKA-2a'),
    name: bilingual,
    agenda: z.int().positive(),
    letter: z.string().regex(/^[a-z]$/, 'not a letter from a to z'),
    targets: unique(managerialCode).min(1, 'a course develops at least one competency'),
    mandatory: z.boolean(),
    stages: unique(z.strictObject({ stage, hours: z.int().positive().nullable() }), 'stage').min(
      1,
      'a course belongs to a stage',
    ),
  })
  .superRefine(({ code, agenda, letter, mandatory }, context) => {
    if (!code.endsWith(`-${agenda}${letter}`))
      report(context, ['code'], `${code} is not agenda ${agenda}, letter ${letter}`);
    if (agenda === ACTUALISATION && !mandatory)
      report(context, ['mandatory'], `agenda ${ACTUALISATION} is mandatory`);
  });

type Context = z.core.$RefinementCtx<unknown>;

function checkWhole(file: z.output<typeof shape>, context: Context): void {
  const { code, courses, agendas, courseCount } = file;
  reportMissing(
    context,
    ['courses'],
    MANAGERIAL,
    courses.flatMap(({ targets }) => targets),
  );
  reportMissing(
    context,
    ['courses'],
    STAGES,
    courses.flatMap(({ stages }) => stages.map((entry) => entry.stage)),
  );
  if (courses.length !== courseCount)
    report(context, ['courses'], `${courses.length} courses where courseCount says ${courseCount}`);
  courses.forEach((entry, index) => {
    if (!entry.code.startsWith(`${code}-`))
      report(context, ['courses', index, 'code'], `${entry.code} is not a course of ${code}`);
    if (!agendas.some(({ number }) => number === entry.agenda))
      report(context, ['courses', index, 'agenda'], `no agenda ${entry.agenda}`);
  });
}

const feeLine = z
  .strictObject({
    value: count.nullable(),
    source: text,
    validFrom: localDate,
    illustrative: z.literal(true).optional(),
    /** Who bears it (the agency's budget, the institute's, a grant …). */
    fundedBy: bilingual.nullable().default(null),
  })
  .transform(({ value, source, validFrom, illustrative = false, fundedBy }) => ({
    amount: value,
    source,
    validFrom,
    illustrative,
    fundedBy,
  }));

const fee = z.strictObject({ assessmentBefore: feeLine, training: feeLine, assessmentAfter: feeLine });

const shape = z.strictObject({
  ...head,
  /** Field of the courses → why it is a placeholder. */
  illustrative: z.partialRecord(z.enum(['targets', 'stages', 'hours']), text).optional(),
  code: programmeCode,
  name: bilingual,
  level,
  postLevels: unique(postLevel).min(1),
  fee,
  agendas: unique(z.strictObject({ number: z.int().positive(), name: bilingual }), 'number'),
  /** Guards against a course lost by accident. */
  courseCount: count,
  courses: unique(course, 'code'),
});

export const programmeFile = shape.superRefine(checkWhole);

export type ProgrammeFile = z.output<typeof programmeFile>;
