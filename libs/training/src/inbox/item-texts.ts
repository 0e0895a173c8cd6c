import type { Bilingual } from '#libs/calendar';

/** What an item of the inbox says. */
export const ITEM_TEXTS = {
  dueIn: { id: 'Jatuh tempo dalam {{days}} hari: {{task}}', en: 'Due in {{days}} days: {{task}}' },
  dueTomorrow: { id: 'Jatuh tempo besok: {{task}}', en: 'Due tomorrow: {{task}}' },
  dueToday: { id: 'Jatuh tempo hari ini: {{task}}', en: 'Due today: {{task}}' },
  late: { id: 'Terlambat {{days}} hari: {{task}}', en: '{{days}} days late: {{task}}' },
  lateByOne: { id: 'Terlambat sehari: {{task}}', en: 'A day late: {{task}}' },
  many: { id: '{{task}} ({{number}})', en: '{{task}} ({{number}})' },
  dueOn: { id: 'Tenggat {{date}}.', en: 'It is due on {{date}}.' },
  about: { id: '{{names}}, {{cohort}}.', en: '{{names}}, {{cohort}}.' },
  ofCohort: { id: '{{cohort}}.', en: '{{cohort}}.' },
  andMore: { id: '{{names}} dan {{number}} lainnya', en: '{{names}} and {{number}} more' },
  toPerson: { id: 'Tugas ini ada pada Anda.', en: 'This task is yours.' },
  toDeputy: {
    id: 'Tugas ini lewat tenggat dan Anda wakil dari pemegangnya.',
    en: 'This task is past its date and you are the deputy of whoever holds it.',
  },
  toOrganisation: {
    id: 'Tugas ini lewat tenggat dan belum selesai; Anda diberi tahu sebagai penanggung jawab di organisasi.',
    en: 'This task is past its date and not done; you are told because you answer for the organisation.',
  },
  ofTask: {
    id: 'Anda memegang, menyerahkan, atau mengomentari tugas ini.',
    en: 'You hold this task, handed it over or spoke on it.',
  },
  asParticipant: { id: 'Ini tentang pelatihan Anda.', en: 'This is about your training.' },
  asRole: {
    id: 'Anda diberi tahu karena peran Anda sebagai {{role}}.',
    en: 'You are told because of your role as {{role}}.',
  },
} as const satisfies Record<string, Bilingual>;

/** What a notice is about, in a few words. */
export const NOTICE_TITLES: Record<string, Bilingual> = {
  cohortDatesMoved: { id: 'Tanggal angkatan berubah', en: 'The dates of a cohort moved' },
  timetableChanged: { id: 'Jadwal berubah', en: 'The timetable changed' },
  deadlinePassed: { id: 'Tenggat lewat', en: 'A deadline passed' },
  receiptAssumed: { id: 'Umpan balik dianggap diterima', en: 'The feedback counts as received' },
  remediationWithoutEvidence: {
    id: 'Pengembangan di tempat kerja tanpa bukti sesi',
    en: 'Workplace development without evidence of a session',
  },
  assignmentChanged: { id: 'Penugasan peserta berubah', en: "A participant's assignment changed" },
  inactiveInSelfLearning: {
    id: 'Belum ada kemajuan pembelajaran mandiri',
    en: 'No progress in self-learning yet',
  },
  assessmentLate: { id: 'Asesmen pascapelatihan terlambat', en: 'The assessment after training is late' },
  certificateExpiringSoon: { id: 'Sertifikat segera berakhir', en: 'A certificate expires soon' },
  taskHanded: { id: 'Tugas diserahkan kepada Anda', en: 'A task was handed to you' },
  taskReturned: { id: 'Tugas dikembalikan kepada Anda', en: 'A task was given back to you' },
  taskCommented: { id: 'Komentar pada tugas', en: 'A comment on a task' },
  certificateExpired: { id: 'Sertifikat tidak berlaku lagi', en: 'A certificate expired' },
};

export const ROLE_NAMES: Record<string, Bilingual> = {
  institute: { id: 'penyelenggara', en: 'organiser' },
  centre: { id: 'asesor', en: 'assessor' },
  examiner: { id: 'penguji', en: 'examiner' },
  coach: { id: 'coach', en: 'coach' },
  mentor: { id: 'mentor', en: 'mentor' },
  trainer: { id: 'pengajar', en: 'trainer' },
  participant: { id: 'peserta', en: 'participant' },
  agency: { id: 'instansi pengirim', en: 'sending agency' },
  lms: { id: 'pengelola pembelajaran daring', en: 'learning platform' },
  lan: { id: 'LAN', en: 'LAN' },
  superior: { id: 'atasan langsung', en: 'direct superior' },
  admin: { id: 'admin', en: 'administrator' },
  operator: { id: 'operator sistem', en: 'operator' },
};
