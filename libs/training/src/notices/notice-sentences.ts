import {
  dateInWords,
  isLocalDate,
  localDateOf,
  type Bilingual,
  type Instant,
  type Language,
  type Zone,
} from '#libs/calendar';
import { actionLabel } from '../journeys/action-labels.js';
import { deadlineSentence } from '../journeys/deadline-sentences.js';
import { wordOf } from '../journeys/value-words.js';
import { hoursInWords } from '../timetable/session-times.js';
import type { SessionNews } from '../timetable/timetable-notices.js';
import type { NoticeRow } from './notice-book.port.js';

type Told = Pick<NoticeRow, 'message' | 'params' | 'cohortName'>;
type Sentence = (told: Told, language: Language) => string;

const say =
  (id: string, en: string): Sentence =>
  (_, language) =>
    language === 'id' ? id : en;

const SENTENCES: Record<string, Sentence> = {
  cohortDatesMoved: datesMoved,
  timetableChanged,
  deadlinePassed: ({ params }, language) =>
    `${LATE[language]}: ${deadlineSentence(text(params['deadline']))[language]}`,
  receiptAssumed: say(
    'Umpan balik dianggap diterima pada batas waktunya.',
    'The feedback counts as received on the day by which it was due.',
  ),
  remediationWithoutEvidence: say(
    'Pengembangan di tempat kerja berjalan tanpa bukti sesi.',
    'The workplace development goes on without evidence of a session.',
  ),
  assignmentChanged: say('Penugasan peserta berubah.', "The participant's assignment changed."),
  inactiveInSelfLearning: say(
    'Belum ada kemajuan dalam pembelajaran mandiri.',
    'There is no progress in self-learning yet.',
  ),
  assessmentLate: say(
    'Asesmen pascapelatihan terlambat; masih dapat dilakukan.',
    'The assessment after training is late; it is still possible.',
  ),
  taskHanded: onTask({
    id: '{by} menyerahkan tugas ini kepada Anda: {task}.',
    en: '{by} handed this task to you: {task}.',
  }),
  taskReturned: onTask({
    id: '{by} mengembalikan tugas ini kepada Anda: {task}. Alasannya ada pada tugas.',
    en: '{by} gave this task back to you: {task}. The reason stands on the task.',
  }),
  taskCommented: onTask({
    id: '{by} menulis komentar pada tugas ini: {task}.',
    en: '{by} commented on this task: {task}.',
  }),
  certificateExpiringSoon: certificate({
    id: 'Sertifikat {serial} berlaku sampai dengan {on}.',
    en: 'Certificate {serial} is valid through {on}.',
  }),
  certificateExpired: certificate({
    id: 'Sertifikat {serial} tidak berlaku lagi sejak {on}.',
    en: 'Certificate {serial} expired on {on}.',
  }),
};

/** What was written stays on the task: a letter may be read by others. */
function onTask(words: Bilingual): Sentence {
  return ({ params }, language) =>
    words[language]
      .replace('{by}', text(params['by']) || NOBODY_KNOWN[language])
      .replace('{task}', actionLabel(text(params['task']))[language]);
}

const NOBODY_KNOWN: Bilingual = { id: 'Seseorang', en: 'Somebody' };

function certificate({ id, en }: Bilingual): Sentence {
  return ({ params }, language) => {
    const day = text(params['validUntil']);
    const on = isLocalDate(day) ? dateInWords(day, language) : day;
    return (language === 'id' ? id : en).replace('{serial}', text(params['serial'])).replace('{on}', on);
  };
}

const LATE: Bilingual = { id: 'Tenggat tiba', en: 'A deadline fell due' };

/** A notice as its reader is told it; a message of another definition is told by its name. */
export function noticeSentence(told: Told, language: Language): string {
  const sentence = SENTENCES[told.message];
  if (sentence) return sentence(told, language);
  return language === 'id' ? `Pemberitahuan ${told.message}.` : `Notice ${told.message}.`;
}

const DATES: Record<string, Bilingual> = {
  startsOn: { id: 'pelatihan mulai', en: 'the training starts' },
  endsOn: { id: 'pelatihan selesai', en: 'the training ends' },
  assessmentOpens: { id: 'jendela asesmen dibuka', en: 'the assessment window opens' },
  assessmentCloses: { id: 'jendela asesmen ditutup', en: 'the assessment window closes' },
  from: { id: 'mulai', en: 'begins' },
  to: { id: 'selesai', en: 'ends' },
};

function datesMoved({ params, cohortName }: Told, language: Language): string {
  const dates = (params['dates'] ?? []) as { date: string; from: string; to: string }[];
  const lines = dates.map(
    ({ date, from, to }) =>
      `${dateName(date, language)} ${dateInWords(to, language)} (${WAS[language]} ${dateInWords(from, language)})`,
  );
  const head =
    language === 'id'
      ? `Tanggal angkatan ${cohortName ?? ''} berubah`
      : `The dates of ${cohortName ?? ''} moved`;
  return `${head}: ${lines.join('; ')}. ${WHY[language]}: ${text(params['reason'])}`;
}

/** `selfLearning.to` is the end of that stage. */
function dateName(date: string, language: Language): string {
  const [stage = '', edge] = date.split('.');
  if (edge === undefined) return (DATES[stage] ?? { id: stage, en: stage })[language];
  const name = wordOf(stage)?.[language] ?? stage;
  return `${name} ${(DATES[edge] ?? { id: edge, en: edge })[language]}`;
}

const WAS: Bilingual = { id: 'semula', en: 'before' };
const WHY: Bilingual = { id: 'Alasan', en: 'Reason' };

const CHANGES: Record<SessionNews['change'], Bilingual> = {
  planned: { id: 'sesi baru', en: 'new session' },
  moved: { id: 'sesi dipindahkan', en: 'session moved' },
  cancelled: { id: 'sesi batal', en: 'session cancelled' },
};

const KINDS: Record<SessionNews['kind'], Bilingual> = {
  course: { id: 'mata pelatihan', en: 'course' },
  class: { id: 'pertemuan', en: 'meeting' },
  coaching: { id: 'coaching', en: 'coaching' },
};

const MOST_NAMED = 10;

function timetableChanged({ params, cohortName }: Told, language: Language): string {
  const sessions = (params['sessions'] ?? []) as SessionNews[];
  const lines = sessions.slice(0, MOST_NAMED).map((news) => newsInWords(news, language));
  const left = sessions.length - lines.length;
  const more =
    left > 0 ? [language === 'id' ? `dan ${String(left)} lainnya` : `and ${String(left)} more`] : [];
  const head =
    language === 'id' ? `Jadwal ${cohortName ?? ''} berubah` : `The timetable of ${cohortName ?? ''} changed`;
  return `${head}: ${[...lines, ...more].join('; ')}.`;
}

function newsInWords(news: SessionNews, language: Language): string {
  const { change, kind, course, zone, before, room, link } = news;
  const place = room ?? link;
  const where = place === null ? '' : `, ${place}`;
  const was = before ? ` (${WAS[language]} ${heldInWords({ ...before, zone }, language)})` : '';
  const what = `${CHANGES[change][language]}: ${course ?? KINDS[kind][language]}`;
  return `${what}, ${heldInWords(news, language)}${where}${was}`;
}

/** `4 Mei 2026 07.30–09.00 WIT` */
function heldInWords(held: { startsAt: Instant; endsAt: Instant; zone: Zone }, language: Language): string {
  return `${dateInWords(localDateOf(held.startsAt, held.zone), language)} ${hoursInWords(held, language)}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
