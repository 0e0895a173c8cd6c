import type { Bilingual } from '#libs/calendar';
import type { EventType } from '#libs/journeys';
import { deadlineLabel } from './diagram/deadline-labels.js';

interface EventWords {
  /** As what somebody may do now: on a button, in a menu. */
  toDo: Bilingual;
  /** As what leads from one state to the next: on the drawn way. */
  done: Bilingual;
}

const words = (toDoId: string, doneId: string, toDoEn: string, doneEn: string): EventWords => ({
  toDo: { id: toDoId, en: toDoEn },
  done: { id: doneId, en: doneEn },
});

/** Complete by its type: an event that the statechart adds does not compile before it has words. */
const LABELS: Record<EventType, EventWords> = {
  placementConfirmed: words(
    'Tetapkan penempatan',
    'Penempatan ditetapkan',
    'Confirm the placement',
    'Placement confirmed',
  ),
  placementRevised: words(
    'Ubah penempatan',
    'Penempatan diubah',
    'Revise the placement',
    'Placement revised',
  ),
  placementObjected: words(
    'Ajukan keberatan atas penempatan',
    'Peserta berkeberatan',
    'Object to the placement',
    'Participant objects',
  ),
  classAssigned: words('Tentukan kelas', 'Kelas ditentukan', 'Assign the class', 'Class assigned'),
  coachAssigned: words('Tunjuk coach', 'Coach ditunjuk', 'Assign a coach', 'Coach assigned'),
  mentorAssigned: words('Tunjuk mentor', 'Mentor ditunjuk', 'Assign a mentor', 'Mentor assigned'),
  briefingCompleted: words('Catat pembekalan', 'Pembekalan selesai', 'Record a briefing', 'Briefing held'),
  courseCompleted: words(
    'Catat mata pelatihan selesai',
    'Mata pelatihan selesai',
    'Record a completed course',
    'Course completed',
  ),
  courseReopened: words(
    'Buka kembali mata pelatihan',
    'Mata pelatihan dibuka kembali',
    'Reopen a course',
    'Course reopened',
  ),
  courseAdded: words(
    'Tambah mata pelatihan pilihan',
    'Mata pelatihan ditambahkan',
    'Add an optional course',
    'Course added',
  ),
  courseDropped: words(
    'Batalkan mata pelatihan pilihan',
    'Mata pelatihan dibatalkan',
    'Drop an optional course',
    'Course dropped',
  ),
  learningProgressed: words(
    'Catat kemajuan belajar',
    'Kemajuan belajar dicatat',
    'Record learning progress',
    'Learning progressed',
  ),
  stageEvaluated: words('Evaluasi tahap', 'Tahap dievaluasi', 'Evaluate a stage', 'Stage evaluated'),
  sessionLogged: words('Catat sesi', 'Sesi dicatat', 'Log a session', 'Session logged'),
  sessionConfirmed: words('Konfirmasi sesi', 'Sesi dikonfirmasi', 'Confirm a session', 'Session confirmed'),
  sessionVoided: words('Batalkan sesi', 'Sesi dibatalkan', 'Void a session', 'Session voided'),
  componentScored: words(
    'Beri nilai komponen evaluasi',
    'Komponen dinilai',
    'Score a component',
    'Component scored',
  ),
  graduationDecided: words(
    'Putuskan kelulusan',
    'Kelulusan diputuskan',
    'Decide on graduation',
    'Graduation decided',
  ),
  remedialCompleted: words(
    'Tutup remedial',
    'Remedial selesai',
    'Close the remedial work',
    'Remedial work completed',
  ),
  profileRecorded: words(
    'Catat profil kompetensi',
    'Profil kompetensi dicatat',
    'Record a competency profile',
    'Profile recorded',
  ),
  postAssessmentScheduled: words(
    'Jadwalkan asesmen pascapelatihan',
    'Asesmen dijadwalkan',
    'Schedule the post-training assessment',
    'Assessment scheduled',
  ),
  postProfileRecorded: words(
    'Catat hasil asesmen pascapelatihan',
    'Hasil asesmen dicatat',
    'Record the post-training result',
    'Result recorded',
  ),
  recommendationWritten: words(
    'Tulis rekomendasi',
    'Rekomendasi ditulis',
    'Write the recommendation',
    'Recommendation written',
  ),
  verdictConfirmed: words('Tetapkan hasil', 'Hasil ditetapkan', 'Confirm the verdict', 'Verdict confirmed'),
  verdictReturned: words('Kembalikan hasil', 'Hasil dikembalikan', 'Return the verdict', 'Verdict returned'),
  retestScheduled: words(
    'Jadwalkan asesmen ulang',
    'Asesmen ulang dijadwalkan',
    'Schedule the re-test',
    'Re-test scheduled',
  ),
  retestRecorded: words(
    'Catat hasil asesmen ulang',
    'Hasil asesmen ulang dicatat',
    'Record the result of the re-test',
    'Re-test recorded',
  ),
  feedbackReceived: words(
    'Catat penerimaan umpan balik',
    'Umpan balik diterima',
    'Acknowledge the feedback',
    'Feedback received',
  ),
  remediationPlanned: words(
    'Rencanakan pengembangan di tempat kerja',
    'Pengembangan direncanakan',
    'Plan the workplace development',
    'Development planned',
  ),
  remediationReported: words(
    'Laporkan pengembangan di tempat kerja',
    'Pengembangan dilaporkan',
    'Report the workplace development',
    'Development reported',
  ),
  nextLevelPlanned: words(
    'Rencanakan jenjang berikutnya',
    'Jenjang berikutnya direncanakan',
    'Plan the next level',
    'Next level planned',
  ),
  roundsClosed: words('Tutup putaran', 'Putaran ditutup', 'Close the rounds', 'Rounds closed'),
  assignmentChanged: words(
    'Catat perubahan penugasan',
    'Penugasan berubah',
    'Record a change of post',
    'Post changed',
  ),
  withdrawn: words('Catat pengunduran diri', 'Mengundurkan diri', 'Record a withdrawal', 'Withdrawn'),
  transferred: words(
    'Pindahkan ke angkatan lain',
    'Dipindahkan',
    'Transfer to another cohort',
    'Transferred',
  ),
  cohortRescheduled: words(
    'Ubah tanggal angkatan',
    'Tanggal angkatan diubah',
    "Move the cohort's dates",
    "Cohort's dates moved",
  ),
  suspended: words('Jeda perjalanan', 'Dijeda', 'Suspend the journey', 'Suspended'),
  resumed: words('Lanjutkan perjalanan', 'Dilanjutkan', 'Resume the journey', 'Resumed'),
  rescheduled: words('Pindahkan tenggat', 'Tenggat dipindahkan', 'Move a deadline', 'Deadline moved'),
  calendarChanged: words(
    'Ganti kalender kerja',
    'Kalender kerja diganti',
    'Change the working calendar',
    'Working calendar changed',
  ),
};

/** What may be done now, in words; an event of another definition is shown as it is rather than hidden. */
export function eventLabel(type: string): Bilingual {
  return wordsOf(type)?.toDo ?? { id: type, en: type };
}

/** What an entry of the log is called; what the engine writes by itself has words here too. */
export function entryLabel({
  type,
  data,
}: {
  type: string;
  data: Record<string, unknown> | null;
}): Bilingual {
  if (type === 'started') return { id: 'Perjalanan dimulai', en: 'Journey began' };
  if (type === 'entryRedacted') return { id: 'Keterangan dihapus', en: 'Entry erased' };
  const name = data?.['name'];
  if (type === 'deadlineFired')
    return typeof name === 'string' ? deadlineLabel(name) : { id: 'Tenggat tiba', en: 'A deadline fell due' };
  return happenedLabel(type);
}

/** What happened, in words. */
export function happenedLabel(type: string): Bilingual {
  return wordsOf(type)?.done ?? { id: type, en: type };
}

function wordsOf(type: string): EventWords | undefined {
  return Object.hasOwn(LABELS, type) ? LABELS[type as EventType] : undefined;
}
