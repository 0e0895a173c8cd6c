import { localDateOf } from '#libs/calendar';
import type { ImportPlan, RowWork } from '../imports/import-plan.js';
import { done, type Fault, type Result } from '../refusal.js';
import type { EnrolledRow, RosterToImport } from '../roster/import-roster.js';
import { matchColumns } from '../roster/sheet-columns.js';
import { FACT_COLUMNS } from './fact-columns.js';
import { readFactRow, type FactRow } from './fact-row.js';
import { takeInPerson, type FactsDeps, type PersonOfFacts } from './take-in-person.js';

/**
 * Judges the facts of a cohort that has been under way elsewhere. All facts of a person belong together: they go in as
 * one, or come back as one with the row that is wrong.
 *
 * @param journeyOf the id of the journey that the first row of a person would begin.
 */
export async function planFacts(
  deps: FactsDeps,
  { cohort, sheet, at }: Omit<RosterToImport, 'dryRun'>,
  journeyOf: (row: number) => string,
): Promise<Result<ImportPlan>> {
  const matched = matchColumns(sheet, FACT_COLUMNS);
  if (!matched.ok) return matched;
  const plan: ImportPlan = {
    rows: matched.rows.length,
    rejected: [],
    warnings: [...matched.warnings],
    work: [],
  };
  const facts = new Map<string, FactRow[]>();
  const spoiled = new Map<string, number>();
  for (const source of matched.rows) {
    const reading = readFactRow(source, localDateOf(at, cohort.zone));
    if (reading.ok) facts.set(reading.value.nip, [...(facts.get(reading.value.nip) ?? []), reading.value]);
    else plan.rejected.push(...reading.faults);
    if (!reading.ok && !spoiled.has(reading.nip)) spoiled.set(reading.nip, source.row);
  }
  const people = await peopleOf(deps, cohort.id, [...facts.keys()]);
  for (const [nip, rows] of facts) {
    const person = people.get(nip);
    const because = spoiled.get(nip);
    if (because !== undefined) plan.rejected.push(...rows.map((row) => belongsTogether(row, because)));
    else if (!person) plan.rejected.push(...rows.map(unknown));
    else
      plan.work.push(...workOf(deps, { ...person, cohort, at, facts: rows }, journeyOf(rows[0]?.row ?? 0)));
  }
  return done(plan);
}

type Found = Pick<PersonOfFacts, 'enrolment'>;

async function peopleOf(deps: FactsDeps, cohortId: string, nips: string[]): Promise<Map<string, Found>> {
  const [people, enrolments] = await Promise.all([
    deps.people.personsByNip(nips),
    deps.enrolments.ofCohort(cohortId),
  ]);
  const byPerson = new Map(enrolments.map((one) => [one.personId, one]));
  return new Map(
    people.flatMap(({ id, nip }) => {
      const enrolment = byPerson.get(id);
      return nip !== null && enrolment ? [[nip, { enrolment }] as const] : [];
    }),
  );
}

/** Every row of the person asks for the same one thing, which is done once. */
function workOf(deps: FactsDeps, person: PersonOfFacts, journeyId: string): RowWork[] {
  const { facts, enrolment } = person;
  let taken: ReturnType<typeof takeInPerson> | null = null;
  return facts.map(({ row }) => {
    const settled: EnrolledRow = {
      row,
      participantId: enrolment.personId,
      journeyId: enrolment.journeyId,
      outcome: 'created',
    };
    const run = async (): Promise<EnrolledRow | Fault> => {
      const outcome = await (taken ??= takeInPerson(deps, person, journeyId));
      if ('journeyId' in outcome) return { ...settled, ...outcome };
      const own = outcome.row === row;
      return own ? outcome : belongsTogether({ row }, outcome.row ?? 0);
    };
    return { row, lane: enrolment.personId, foreseen: settled, run };
  });
}

function belongsTogether({ row }: Pick<FactRow, 'row'>, because: number): Fault {
  return {
    path: `rows[${String(row)}]`,
    row,
    column: 'nip',
    code: 'facts.person_refused',
    message: {
      id: `Fakta seorang peserta masuk bersama-sama; baris ${String(because)} ditolak.`,
      en: `The facts of one person go in together; row ${String(because)} was refused.`,
    },
  };
}

function unknown({ row }: FactRow): Fault {
  return {
    path: `rows[${String(row)}].nip`,
    row,
    column: 'nip',
    code: 'participant.unknown',
    message: {
      id: 'NIP ini tidak terdaftar di angkatan ini. Unggah roster lebih dahulu.',
      en: 'This NIP is not enrolled in this cohort. Upload the roster first.',
    },
  };
}
