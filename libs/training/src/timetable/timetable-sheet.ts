import { dateInWords, type Bilingual, type Language, type LocalDate } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';

/** A session as its reader is shown it: what he may not see isn't there. */
export interface SessionOnSheet {
  date: LocalDate;
  time: string;
  kind: string;
  course: { code: string; name: string | null } | null;
  stage: string | null;
  class?: string | null;
  group?: string | null;
  title: string | null;
  place: { room: string | null; link: string | null } | null;
  trainer: { name: string | null } | null;
  cohort: { name: string };
}

interface Column {
  heading: Bilingual;
  width: number;
  cell: (session: SessionOnSheet, language: Language) => string | null | undefined;
}

const COLUMNS: Column[] = [
  {
    heading: { id: 'Tanggal', en: 'Date' },
    width: 20,
    cell: ({ date }, language) => dateInWords(date, language),
  },
  { heading: { id: 'Pukul', en: 'Time' }, width: 18, cell: ({ time }) => time },
  { heading: { id: 'Angkatan', en: 'Cohort' }, width: 24, cell: ({ cohort }) => cohort.name },
  { heading: { id: 'Jenis', en: 'Kind' }, width: 12, cell: ({ kind }) => kind },
  { heading: { id: 'Kode', en: 'Code' }, width: 12, cell: ({ course }) => course?.code },
  {
    heading: { id: 'Mata Pelatihan / Judul', en: 'Course / title' },
    width: 40,
    cell: ({ course, title }) => title ?? course?.name,
  },
  { heading: { id: 'Tahap', en: 'Stage' }, width: 14, cell: ({ stage }) => stage },
  { heading: { id: 'Tempat', en: 'Place' }, width: 28, cell: ({ place }) => place?.room ?? place?.link },
  { heading: { id: 'Pengajar', en: 'Trainer' }, width: 28, cell: ({ trainer }) => trainer?.name },
];

/** For whoever organises; a class is nobody else's business (seed 002, Alternative II, stigma). */
const ORGANISERS: Column[] = [
  { heading: { id: 'Kelas', en: 'Class' }, width: 16, cell: (session) => session.class },
  { heading: { id: 'Kelompok', en: 'Group' }, width: 16, cell: ({ group }) => group },
];

/** A timetable for Excel, one row a session; an empty one has its headings. */
export function timetableSheet(
  sessions: readonly SessionOnSheet[],
  language: Language,
  { organises }: { organises: boolean },
): SheetToWrite {
  const columns = organises ? [...COLUMNS, ...ORGANISERS] : COLUMNS;
  return {
    name: language === 'id' ? 'Jadwal' : 'Timetable',
    columns: columns.map(({ heading, width }) => ({ heading: heading[language], width })),
    rows: sessions.map((session) => columns.map(({ cell }) => cell(session, language) ?? '')),
  };
}
