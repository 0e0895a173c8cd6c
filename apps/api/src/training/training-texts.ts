import type { Bilingual } from '#libs/calendar';
import { REFUSALS } from '#libs/journeys';
import type { ProblemTexts } from '#libs/platform';

const title = (id: string, en: string): Bilingual => ({ id, en });

/** One title for a family of codes: the detail says the rest, and comes with the refusal. */
const TITLES: Record<string, Bilingual> = {
  agency: title('Instansi tidak dikenal', 'There is no such agency'),
  assessor: title('Penilai tidak berwenang', 'Not for this assessor'),
  assignment: title('Perubahan penugasan ditolak', 'The change of post was refused'),
  bulk: title('Operasi massal', 'Bulk operation'),
  calendar: title('Kalender ditolak', 'The calendar was refused'),
  centre: title('Pusat asesmen tidak dikenal', 'There is no such assessment centre'),
  certificate: title('Sertifikat', 'Certificate'),
  class: title('Kelas ditolak', 'The class was refused'),
  clock: title('Jam kotak pasir tidak digerakkan', 'The sandbox clock was not moved'),
  cohort: title('Data angkatan tidak sah', 'The cohort is not valid'),
  companion: title('Pendamping ditolak', 'The companion was refused'),
  course: title('Mata pelatihan ditolak', 'The course was refused'),
  deputy: title('Wakil ditolak', 'The deputy was refused'),
  deadline: title('Tenggat ditolak', 'The deadline was refused'),
  fact: title('Tanggal tidak sah', 'The date is not valid'),
  file: title('Berkas tidak dapat dipakai', 'The file cannot be used'),
  grouping: title('Pengelompokan ditolak', 'The grouping was refused'),
  graduation: title('Keputusan kelulusan ditolak', 'The decision on graduation was refused'),
  import: title('Impor', 'Import'),
  incident: title('Insiden', 'Incident'),
  journey: title('Perjalanan menolak', 'The journey refused'),
  learning: title('Kemajuan belajar ditolak', 'The learning progress was refused'),
  placement: title('Penempatan ditolak', 'The placement was refused'),
  privacy: title('Urusan data pribadi ditolak', 'About personal data: refused'),
  profile: title('Hasil asesmen ditolak', 'The assessment was refused'),
  receipt: title('Tanggal penerimaan ditolak', 'The date of receipt was refused'),
  remedial: title('Nilai remedial ditolak', 'The remedial score was refused'),
  reschedule: title('Pemindahan tenggat ditolak', 'The new date was refused'),
  retest: title('Asesmen ulang ditolak', 'The re-test was refused'),
  schedule: title('Jadwal asesmen ditolak', 'The schedule was refused'),
  session: title('Sesi ditolak', 'The session was refused'),
  task: title('Tugas tidak dapat dikerjakan', 'The task cannot be worked on'),
  transfer: title('Pemindahan ditolak', 'The transfer was refused'),
  verdict: title('Penetapan hasil ditolak', 'The verdict was refused'),
};

const OWN_CODES = [
  ...[
    'privacy.answered',
    'privacy.asked_already',
    'privacy.nip_taken',
    'privacy.no_person',
    'privacy.own_request',
  ],
  'privacy.value_invalid',
  ...['bulk.cannot_pause', 'bulk.cannot_resume', 'bulk.cannot_retry', 'bulk.not_an_event', 'bulk.not_found'],
  ...['bulk.nothing_found', 'bulk.too_many'],
  ...['certificate.already_revoked', 'certificate.forbidden', 'certificate.not_found'],
  ...['clock.backwards', 'clock.move_unclear', 'clock.moving', 'clock.too_far'],
  ...['cohort.invalid', 'cohort.no_dates'],
  ...[
    'file.columns',
    'file.empty',
    'file.malformed',
    'file.not_a_table',
    'file.old_excel',
    'file.protected',
    'file.too_large',
    'file.too_long',
    'file.unsupported',
  ],
  ...['grouping.already_there', 'grouping.coach_unknown', 'grouping.group_unknown', 'grouping.member_twice'],
  ...['grouping.member_unknown', 'grouping.mentor_unknown', 'grouping.name_twice', 'grouping.not_for_cohort'],
  ...['grouping.not_found', 'grouping.over_size', 'grouping.reason_missing', 'grouping.size_invalid'],
  ...['grouping.stale', 'grouping.value_unknown'],
  ...[
    'import.already_undone',
    'import.followed',
    'import.has_updates',
    'import.not_undoable',
    'import.running',
  ],
  ...['incident.must_be_done', 'incident.not_found', 'incident.not_open', 'incident.nothing_kept'],
  ...['deputy.not_suitable', 'journey.not_yet_begun'],
  ...['task.closed', 'task.event_unknown', 'task.forbidden', 'task.held', 'task.not_found', 'task.not_held'],
  ...[
    'transfer.already_enrolled',
    'transfer.cohort_ended',
    'transfer.cohort_full',
    'transfer.cohort_unknown',
  ],
  ...['transfer.entry_does_not_fit', 'transfer.programme_differs', 'transfer.same_cohort'],
];

const PLAIN: Bilingual = { id: 'Permintaan tidak dapat dilayani.', en: 'The request cannot be served.' };

/** Titles of every refusal that the product's use cases and the journeys themselves give. */
export function trainingTexts(): ProblemTexts {
  const detailOf = (code: string): Bilingual =>
    Object.hasOwn(REFUSALS, code) ? REFUSALS[code as keyof typeof REFUSALS].detail : PLAIN;
  const codes = [...OWN_CODES, ...Object.keys(REFUSALS)];
  return Object.fromEntries(codes.map((code) => [code, { title: titleOf(code), detail: detailOf(code) }]));
}

function titleOf(code: string): Bilingual {
  return TITLES[code.split('.')[0] ?? ''] ?? PLAIN;
}
