import { PROFILE_COLUMNS } from '../profiles/profile-row.js';
import type { Column } from '../roster/sheet.js';

/** Facts of a cohort that has been under way elsewhere, and the columns that each needs besides nip, event and date. */
export const FACTS = {
  /** Not an event: the day on which the journey began. */
  enrolled: [],
  profileRecorded: ['assessedOn', 'method', 'centreCode', 'accredited', 'standardLevel', 'purpose'],
  placementConfirmed: [],
  classAssigned: ['class'],
  coachAssigned: ['coach', 'group'],
  mentorAssigned: ['mentor'],
  briefingCompleted: ['person', 'role', 'topics'],
  courseCompleted: ['course', 'stage'],
  stageEvaluated: ['stage', 'score', 'passed'],
  componentScored: ['component', 'score', 'by'],
  graduationDecided: ['decision', 'note'],
} as const;

export type FactEvent = keyof typeof FACTS;

const optional = (name: string, ...titles: string[]): Column => ({ name, required: false, titles });

const ofProfile = PROFILE_COLUMNS.filter(({ name }) => name !== 'nip').map((column) => ({
  ...column,
  required: false,
}));

export const FACT_COLUMNS: readonly Column[] = [
  { name: 'nip', required: true, titles: ['NIP', 'Nomor Induk Pegawai'] },
  { name: 'event', required: true, titles: ['Peristiwa', 'Kejadian', 'Event'] },
  { name: 'date', required: true, titles: ['Tanggal', 'Tgl', 'Date'] },
  optional('by', 'Oleh (NIP)', 'NIP Penilai', 'By'),
  optional('course', 'Kode Mata Pelatihan', 'Mata Pelatihan', 'Course'),
  optional('stage', 'Tahap', 'Stage'),
  optional('component', 'Komponen', 'Component'),
  optional('score', 'Nilai', 'Skor', 'Score'),
  optional('passed', 'Lulus Tahap', 'Passed'),
  optional('decision', 'Keputusan', 'Decision'),
  optional('note', 'Catatan', 'Note'),
  optional('class', 'Kelas', 'Class'),
  optional('coach', 'Coach', 'Pelatih'),
  optional('group', 'Kelompok', 'Group'),
  optional('mentor', 'Mentor'),
  optional('person', 'Orang', 'Person'),
  optional('role', 'Peran', 'Role'),
  optional('topics', 'Topik', 'Topics'),
  ...ofProfile,
];
