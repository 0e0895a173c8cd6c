import { addPeriod, daysBetween, isLocalDate, subtractPeriod, type LocalDate } from '#libs/calendar';
import { STAGES } from '#libs/curriculum';
import { fault, type Fault } from '../refusal.js';
import type { StageDates } from './cohort.js';

export interface CohortDates {
  startsOn: LocalDate;
  endsOn: LocalDate;
  stages: StageDates[];
}

/**
 * Says what is wrong with a training cohort's dates: real dates near today, the three stages all given, in order, not
 * overlapping and within startsOn..endsOn. Each fault carries the path of the field it is about.
 */
export function faultsOfDates(dates: CohortDates, today: LocalDate): Fault[] {
  const unreal = [
    ...unrealDate('startsOn', dates.startsOn),
    ...unrealDate('endsOn', dates.endsOn),
    ...dates.stages.flatMap((stage, index) => stageDateFaults(stage, index)),
  ];
  if (unreal.length > 0) return unreal;
  return [...spanFaults(dates, today), ...stageSetFaults(dates.stages), ...stageOrderFaults(dates)];
}

function unrealDate(path: string, date: string): Fault[] {
  if (isLocalDate(date)) return [];
  return [
    fault(
      path,
      'date.invalid',
      `"${date}" bukan tanggal yang ada (TTTT-BB-HH).`,
      `"${date}" is not a real date (YYYY-MM-DD).`,
    ),
  ];
}

function stageDateFaults(stage: StageDates, index: number): Fault[] {
  return [
    ...unrealDate(`stages[${String(index)}].from`, stage.from),
    ...unrealDate(`stages[${String(index)}].to`, stage.to),
  ];
}

function spanFaults({ startsOn, endsOn }: CohortDates, today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  if (startsOn < subtractPeriod(today, 'P5Y') || startsOn > addPeriod(today, 'P5Y')) {
    faults.push(
      fault(
        'startsOn',
        'date.out_of_range',
        'Tanggal mulai tidak masuk akal: lebih dari lima tahun dari hari ini.',
        'The start is absurd: more than five years from today.',
      ),
    );
  }
  if (endsOn < startsOn) {
    faults.push(
      fault(
        'endsOn',
        'date.order',
        'Tanggal selesai harus pada atau sesudah tanggal mulai.',
        'The end must be on or after the start.',
      ),
    );
  } else if (daysBetween(startsOn, endsOn) > 3 * 366) {
    faults.push(
      fault(
        'endsOn',
        'date.out_of_range',
        'Pelatihan lebih dari tiga tahun tidak masuk akal.',
        'A training longer than three years is absurd.',
      ),
    );
  }
  return faults;
}

function stageSetFaults(stages: StageDates[]): Fault[] {
  const missing = STAGES.filter((stage) => !stages.some((given) => given.stage === stage)).map((stage) =>
    fault(
      'stages',
      'stage.missing',
      `Tahap ${stage} belum ada; ketiga tahap wajib diisi.`,
      `Stage ${stage} is missing; all three stages must be given.`,
    ),
  );
  const doubled = stages.flatMap((given, index) =>
    stages.findIndex((other) => other.stage === given.stage) === index
      ? []
      : [
          fault(
            `stages[${String(index)}].stage`,
            'stage.duplicated',
            `Tahap ${given.stage} ada dua kali.`,
            `Stage ${given.stage} is given twice.`,
          ),
        ],
  );
  return [...missing, ...doubled];
}

function stageOrderFaults({ startsOn, endsOn, stages }: CohortDates): Fault[] {
  return stages.flatMap((stage, index) => {
    const path = `stages[${String(index)}]`;
    const faults: Fault[] = [];
    if (stage.to < stage.from)
      faults.push(
        fault(`${path}.to`, 'date.order', 'Tahap selesai sebelum mulai.', 'The stage ends before it begins.'),
      );
    if (stage.from < startsOn)
      faults.push(
        fault(
          `${path}.from`,
          'stage.outside',
          'Tahap mulai sebelum pelatihan mulai.',
          'The stage begins before the training starts.',
        ),
      );
    if (stage.to > endsOn)
      faults.push(
        fault(
          `${path}.to`,
          'stage.outside',
          'Tahap selesai sesudah pelatihan selesai.',
          'The stage ends after the training ends.',
        ),
      );
    const before = stages[index - 1];
    if (!before) return faults;
    if (STAGES.indexOf(stage.stage) < STAGES.indexOf(before.stage)) {
      faults.push(
        fault(
          `${path}.stage`,
          'stage.order',
          `Urutan tahap: ${STAGES.join(', ')}.`,
          `The stages' order is ${STAGES.join(', ')}.`,
        ),
      );
    } else if (stage.from <= before.to) {
      faults.push(
        fault(
          `${path}.from`,
          'stage.overlap',
          'Tahap bertumpang tindih dengan tahap sebelumnya.',
          'The stage overlaps the one before it.',
        ),
      );
    }
    return faults;
  });
}
