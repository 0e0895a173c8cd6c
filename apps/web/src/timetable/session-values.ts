import type { Session } from './timetable.js';

export type Kind = Session['kind'];
type Stage = NonNullable<Session['stage']>;

/** A session as it stands in the form. */
export interface SessionValues {
  kind: Kind;
  course: string | null;
  stage: Stage | null;
  title: string;
  class: string | null;
  group: string | null;
  date: string;
  start: string;
  end: string;
  room: string;
  link: string;
  person: { id: string; name: string } | null;
  trainer: string;
  capacity: string;
}

export const FIELDS = [
  'kind',
  'course',
  'stage',
  'title',
  'class',
  'group',
  'date',
  'start',
  'end',
  'place',
  'place.room',
  'place.link',
  'trainer',
  'trainer.name',
  'trainer.person',
  'capacity',
] as const;

/** With a colon, as the browser's field for times has it. */
const withColon = (time: string) => time.replace('.', ':');

export function valuesOf(session: Session | null, day: string): SessionValues {
  const base = { kind: 'course', course: null, stage: null, title: '', class: null, group: null } as const;
  const rest = {
    date: day,
    start: '08:00',
    end: '10:00',
    room: '',
    link: '',
    person: null,
    trainer: '',
    capacity: '',
  };
  if (session === null) return { ...base, ...rest };
  const { kind, course, stage, title, date, start, end, place, trainer, capacity } = session;
  const person = trainer?.person ? { id: trainer.person, name: trainer.name ?? '' } : null;
  return {
    ...{ kind, course: course?.code ?? null, stage, title: title ?? '', date },
    class: ('class' in session ? session.class : null) ?? null,
    group: ('group' in session ? session.group : null) ?? null,
    ...{ start: withColon(start), end: withColon(end) },
    ...{ room: place?.room ?? '', link: place?.link ?? '', person },
    trainer: person ? '' : (trainer?.name ?? ''),
    capacity: capacity === null ? '' : String(capacity),
  };
}

const textOf = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent: only what the kind of session has. */
export function bodyOf(values: SessionValues) {
  const { kind, course, stage, title, group, date, start, end, person, capacity } = values;
  const [room, link, name] = [textOf(values.room), textOf(values.link), textOf(values.trainer)];
  return {
    ...{ kind, date, start, end, stage, title: textOf(title), class: values.class },
    course: kind === 'course' ? course : null,
    group: kind === 'coaching' ? group : null,
    place: room === null && link === null ? null : { room, link },
    trainer: person ? { person: person.id } : name === null ? null : { name },
    capacity: capacity === '' ? null : Number(capacity),
  };
}
