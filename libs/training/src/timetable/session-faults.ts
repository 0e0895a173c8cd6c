import { isLocalDate, type LocalDate } from '#libs/calendar';
import type { Programme } from '#libs/curriculum';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { fault, type Fault } from '../refusal.js';
import type { SessionInput } from './session-input.js';

export interface SessionPlace {
  cohort: Pick<CohortRow, 'startsOn' | 'endsOn' | 'stages'>;
  /** Null for a cohort without a programme. */
  programme: Pick<Programme, 'code' | 'courses'> | null;
}

/** What is wrong with one session by itself; each fault's path is that of its own field. */
export function faultsOfSession(input: SessionInput, place: SessionPlace): Fault[] {
  return [
    ...faultsOfTime(input),
    ...faultsOfDay(input, place.cohort),
    ...faultsOfAudience(input, place),
    ...faultsOfArrangement(input),
  ];
}

function faultsOfTime({ start, end }: SessionInput): Fault[] {
  if (start.replace('.', ':') < end.replace('.', ':')) return [];
  return [
    fault(
      'end',
      'date.order',
      'Sesi harus selesai sesudah mulai, pada hari yang sama.',
      'A session must end after it begins, on the same day.',
    ),
  ];
}

/** Also told of sessions that stand, when their cohort's dates have moved away from them. */
export function faultsOfDay(
  { date, stage }: { date: LocalDate; stage?: string | null | undefined },
  { startsOn, endsOn, stages }: SessionPlace['cohort'],
): Fault[] {
  if (!isLocalDate(date)) {
    const text = JSON.stringify(date);
    return [fault('date', 'date.invalid', `${text} bukan tanggal yang ada.`, `${text} is not a real date.`)];
  }
  if ((startsOn !== null && date < startsOn) || (endsOn !== null && date > endsOn)) {
    const span = `${startsOn ?? '…'} – ${endsOn ?? '…'}`;
    return [
      fault(
        'date',
        'timetable.outside_cohort',
        `Di luar masa pelatihan (${span}).`,
        `Outside of the training (${span}).`,
      ),
    ];
  }
  const dates = stages?.find((one) => one.stage === stage);
  if (!dates || (date >= dates.from && date <= dates.to)) return [];
  const span = `${dates.stage}: ${dates.from} – ${dates.to}`;
  return [
    fault(
      'date',
      'timetable.outside_stage',
      `Di luar tahapnya (${span}).`,
      `Outside of its stage (${span}).`,
    ),
  ];
}

function faultsOfAudience(input: SessionInput, { cohort, programme }: SessionPlace): Fault[] {
  const faults: Fault[] = [];
  if (input.kind === 'coaching' && input.group == null)
    faults.push(required('group', 'Sebutkan kelompok coaching-nya.', 'Say which coaching group.'));
  if (input.stage != null && !cohort.stages?.some(({ stage }) => stage === input.stage)) {
    const text = ['Angkatan ini tidak punya tahap itu.', 'This cohort has no such stage.'] as const;
    faults.push(fault('stage', 'value.not_applicable', ...text));
  }
  return [...faults, ...(input.kind === 'course' ? faultsOfCourse(input, programme) : strayCourse(input))];
}

function strayCourse({ course }: SessionInput): Fault[] {
  if (course == null) return [];
  const text = [
    'Mata pelatihan hanya untuk sesi jenis course.',
    'A course belongs to sessions of kind course only.',
  ] as const;
  return [fault('course', 'value.not_applicable', ...text)];
}

function faultsOfCourse(
  { course: code, stage }: SessionInput,
  programme: SessionPlace['programme'],
): Fault[] {
  const faults: Fault[] = [];
  if (code == null) faults.push(required('course', 'Sebutkan mata pelatihannya.', 'Say which course.'));
  if (stage == null) faults.push(required('stage', 'Sebutkan tahapnya.', 'Say in which stage.'));
  if (code == null) return faults;
  const course = programme?.courses.find((one) => one.code === code);
  if (!course) {
    const known = programme?.courses.map((one) => one.code).join(', ') ?? '–';
    const text = [
      `Tidak ada mata pelatihan ini. Yang ada: ${known}.`,
      `There is no such course. There is: ${known}.`,
    ] as const;
    return [...faults, fault('course', 'timetable.course_unknown', ...text)];
  }
  if (stage != null && !course.stages.some((one) => one.stage === stage)) {
    const taught = course.stages.map((one) => one.stage).join(', ');
    const text = [
      `${code} tidak diajarkan pada tahap ini, tetapi pada: ${taught}.`,
      `${code} is not taught in this stage but in: ${taught}.`,
    ] as const;
    faults.push(fault('stage', 'timetable.course_not_in_stage', ...text));
  }
  return faults;
}

function faultsOfArrangement({ place, trainer }: SessionInput): Fault[] {
  const faults: Fault[] = [];
  if (place && place.room == null && place.link == null)
    faults.push(required('place', 'Isi ruang atau tautan daringnya.', 'Give the room or the link.'));
  if (trainer && (trainer.person == null) === (trainer.name == null)) {
    const text = ['Isi tepat satu dari: person, name.', 'Give exactly one of: person, name.'] as const;
    faults.push(fault('trainer', 'exactly_one_of', ...text));
  }
  return faults;
}

function required(path: string, id: string, en: string): Fault {
  return fault(path, 'required', id, en);
}
