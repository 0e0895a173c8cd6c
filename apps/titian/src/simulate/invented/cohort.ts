import { addDays, weekdayOf, type LocalDate } from '#libs/calendar';
import type { Pathway, ProgrammeCode, Stage } from '#libs/curriculum';
import type { Assumptions } from '../assumptions.js';
import { INSTITUTES, type Institute } from './world.js';

export interface StageSpan {
  stage: Stage;
  from: LocalDate;
  to: LocalDate;
}

/** A cohort as the simulation means to open it. */
export interface InventedCohort {
  key: string;
  kind: 'training' | 'assessment';
  /** `assessment` for who is only assessed. */
  pathway: Pathway | 'assessment';
  programme: ProgrammeCode;
  institute: Institute;
  assessmentOption: 'integrated' | 'separate';
  people: number;
  rosterOn: LocalDate;
  startsOn: LocalDate;
  endsOn: LocalDate;
  stages: StageSpan[];
}

export interface HowMany {
  /** Of each pathway. */
  cohorts: number;
  /** In each cohort. */
  people: number;
  pathways: readonly Pathway[];
}

const PROGRAMMES_IN_TURN: readonly ProgrammeCode[] = ['PKA', 'PKP', 'PKN2', 'PKN1'];

/** Cohorts of each pathway, programmes, institutes and assessment options in turn; and one that is only assessed. */
export function inventedCohorts({ cohorts, people, pathways }: HowMany, assumptions: Assumptions) {
  const training = pathways.flatMap((pathway, row) =>
    Array.from({ length: cohorts }, (_, index): InventedCohort => {
      const place = row + index;
      return {
        ...{ key: `${pathway}-${String(index + 1)}`, kind: 'training', pathway, people },
        programme: inTurn(PROGRAMMES_IN_TURN, place),
        institute: inTurn(INSTITUTES, place + Math.floor(place / 4)),
        assessmentOption: place % 3 === 1 ? 'integrated' : 'separate',
        ...datesOf(index, row, assumptions),
      };
    }),
  );
  return [...training, ...assessmentCohorts(training, people * training.length, assumptions)];
}

/** One for each institute that trains, on the first programme that it trains for. */
function assessmentCohorts(
  training: readonly InventedCohort[],
  people: number,
  { intake }: Assumptions,
): InventedCohort[] {
  const [first] = training;
  const count = Math.floor(people * intake.assessmentOnlyShare);
  if (!first || count === 0) return [];
  const { programme, institute, rosterOn, startsOn, endsOn } = first;
  return [
    {
      ...{ key: 'assessment-1', kind: 'assessment', pathway: 'assessment', people: count, stages: [] },
      ...{ programme, institute, rosterOn, startsOn, endsOn, assessmentOption: 'separate' },
    },
  ];
}

function datesOf(index: number, row: number, { calendar }: Assumptions) {
  const { begins, rosterDaysBeforeStart, daysBetweenCohorts, cohortsInTurn, stageDays } = calendar;
  const week = index % cohortsInTurn;
  const startsOn = onMonday(addDays(begins, rosterDaysBeforeStart + 3 + week * daysBetweenCohorts));
  const selfLearning = { from: startsOn, to: addDays(startsOn, stageDays.selfLearning - 1) };
  const eFrom = addDays(selfLearning.to, 1 + stageDays.workplaceBefore);
  const eLearning = { from: eFrom, to: addDays(eFrom, stageDays.eLearning - 1) };
  const cFrom = addDays(eLearning.to, 1 + stageDays.workplaceAfter);
  const classical = { from: cFrom, to: addDays(cFrom, stageDays.classical - 1) };
  return {
    rosterOn: addDays(startsOn, row - rosterDaysBeforeStart),
    startsOn,
    endsOn: addDays(classical.to, stageDays.untilEnd),
    stages: [
      { stage: 'selfLearning' as const, ...selfLearning },
      { stage: 'eLearning' as const, ...eLearning },
      { stage: 'classical' as const, ...classical },
    ],
  };
}

function onMonday(date: LocalDate): LocalDate {
  return addDays(date, (8 - weekdayOf(date)) % 7);
}

function inTurn<T>(choices: readonly T[], place: number): T {
  const chosen = choices[place % choices.length];
  if (chosen === undefined) throw new RangeError('there is nothing to take in turn');
  return chosen;
}

/** What `POST /cohorts` takes. */
export function cohortBody(cohort: InventedCohort): object {
  const { kind, programme, pathway, assessmentOption, institute, startsOn, endsOn, stages, key } = cohort;
  const name = `Simulasi ${key}`;
  if (kind === 'assessment') return { kind, programme, assessmentOption, name, zone: institute.zone };
  const clusterBy = pathway === 'cluster' ? { clusterBy: 'category' } : {};
  return {
    ...{ kind, programme, pathway, assessmentOption, name, zone: institute.zone, startsOn, endsOn, stages },
    ...clusterBy,
  };
}
