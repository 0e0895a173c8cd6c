import {
  dateInWords,
  holidayOn,
  localDateOf,
  localTimeOf,
  weekdayOf,
  yearsNotLoaded,
  type Calendar,
  type LocalDate,
  type Zone,
} from '#libs/calendar';
import type { WorkingTime } from '#libs/knowledge';
import { fault, type Fault } from '../refusal.js';
import type { TimetableSession } from './session.js';

export interface WarningQuestion {
  session: Pick<TimetableSession, 'startsAt' | 'endsAt' | 'capacity'>;
  zone: Zone;
  calendar: Calendar;
  workingTimes: Iterable<WorkingTime>;
  /** How many have to attend. */
  expected: number;
}

/** What is worth a second look but refused by nobody: trainings do happen on Saturdays and in the evening. */
export function warningsOfSession(question: WarningQuestion): Fault[] {
  return [...ofDay(question), ...ofHours(question), ...ofPeople(question)];
}

function ofDay({ session, zone, calendar }: WarningQuestion): Fault[] {
  const date = localDateOf(session.startsAt, zone);
  const [missing] = yearsNotLoaded(calendar, date, date);
  const unknown =
    missing === undefined
      ? []
      : [
          fault(
            'date',
            'timetable.year_not_loaded',
            `Hari libur tahun ${String(missing)} belum ada dalam kalender.`,
            `The holidays of ${String(missing)} are not in the calendar yet.`,
          ),
        ];
  const holiday = holidayOn(calendar, date);
  if (holiday) {
    const { id, en } = holiday.name;
    const text = [
      `${dateInWords(date, 'id')} libur: ${id}.`,
      `${dateInWords(date, 'en')} is a holiday: ${en}.`,
    ] as const;
    return [fault('date', 'timetable.holiday', ...text)];
  }
  if (calendar.workingWeek.includes(weekdayOf(date))) return unknown;
  const text = [
    `${dateInWords(date, 'id')} bukan hari kerja.`,
    `${dateInWords(date, 'en')} is not a working day.`,
  ] as const;
  return [...unknown, fault('date', 'timetable.not_working_day', ...text)];
}

const FRIDAY = 5;

/** The hours of offices outside of Ramadan, whose dates no calendar here knows. */
function ofHours({ session, zone, workingTimes }: WarningQuestion): Fault[] {
  const date = localDateOf(session.startsAt, zone);
  const hours = officeHoursOn(date, workingTimes);
  if (!hours) return [];
  const [start, end] = [localTimeOf(session.startsAt, zone), localTimeOf(session.endsAt, zone)];
  if (start >= hours.from && end <= hours.to) return [];
  const span = `${hours.from}–${hours.to}`;
  return [
    fault(
      start < hours.from ? 'start' : 'end',
      'timetable.outside_office_hours',
      `Di luar jam kerja (${span.replaceAll(':', '.')}).`,
      `Outside of office hours (${span}).`,
    ),
  ];
}

function officeHoursOn(date: LocalDate, all: Iterable<WorkingTime>): { from: string; to: string } | null {
  const inForce = [...all]
    .filter(({ validFrom }) => validFrom <= date)
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .at(-1);
  const weekday = weekdayOf(date);
  if (!inForce?.workingWeek.includes(weekday)) return null;
  const { start, minutesPerWeek } = inForce.hours.regular;
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const rest = weekday === FRIDAY ? inForce.rest.friday : inForce.rest.otherDays;
  const closing = hour * 60 + minute + minutesPerWeek / inForce.workingWeek.length + rest;
  return { from: start, to: timeOf(Math.floor(closing)) };
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function ofPeople({ session: { capacity }, expected }: WarningQuestion): Fault[] {
  if (expected === 0) {
    const text = ['Belum ada peserta yang wajib hadir.', 'Nobody has to attend it yet.'] as const;
    return [fault('', 'timetable.nobody', ...text)];
  }
  if (capacity === null || expected <= capacity) return [];
  const text = [
    `${String(expected)} peserta wajib hadir, kapasitas ${String(capacity)}.`,
    `${String(expected)} people have to attend; it holds ${String(capacity)}.`,
  ] as const;
  return [fault('capacity', 'timetable.over_capacity', ...text)];
}
