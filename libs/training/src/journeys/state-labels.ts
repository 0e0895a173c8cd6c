import type { Bilingual, Language } from '#libs/calendar';

/** Where a journey stands, in the field's words: by the path of the state, `.` between its parts. */
const LABELS: Record<string, Bilingual> = {
  preAssessment: { id: 'Asesmen awal', en: 'Pre-assessment' },
  'preAssessment.checkingReport': { id: 'Laporan asesmen diperiksa', en: 'Checking the report' },
  'preAssessment.assessing': { id: 'Asesmen awal', en: 'Pre-assessment' },
  placement: { id: 'Penempatan', en: 'Placement' },
  'placement.proposed': { id: 'Penempatan diusulkan', en: 'Placement proposed' },
  'placement.objected': { id: 'Keberatan ditinjau', en: 'Objection under review' },
  'placement.confirmed': { id: 'Penempatan ditetapkan', en: 'Placement confirmed' },
  awaitingStart: { id: 'Menunggu pelatihan dimulai', en: 'Waiting for the training to start' },
  training: { id: 'Pelatihan', en: 'Training' },
  'training.learning': { id: 'Pembelajaran', en: 'Learning' },
  'training.learning.joining': { id: 'Bergabung dengan pelatihan', en: 'Joining the training' },
  'training.learning.workplace': { id: 'Aktualisasi di tempat kerja', en: 'Practice at the own office' },
  'training.learning.selfLearning': { id: 'Pembelajaran mandiri', en: 'Self-learning' },
  'training.learning.eLearning': { id: 'E-learning', en: 'E-learning' },
  'training.learning.classical': { id: 'Pembelajaran klasikal', en: 'Classical learning' },
  'training.coaching': { id: 'Coaching', en: 'Coaching' },
  'training.mentoring': { id: 'Mentoring', en: 'Mentoring' },
  evaluation: { id: 'Evaluasi akhir', en: 'Final evaluation' },
  'evaluation.scoring': { id: 'Penilaian komponen', en: 'Scoring the components' },
  'evaluation.deciding': { id: 'Kelulusan diputuskan', en: 'Deciding on graduation' },
  remedial: { id: 'Remedial', en: 'Remedial work' },
  awaitingAssessment: { id: 'Menunggu jendela asesmen', en: 'Waiting for the assessment window' },
  assessmentWindow: { id: 'Asesmen pascapelatihan', en: 'Post-training assessment' },
  'assessmentWindow.open': { id: 'Jendela asesmen terbuka', en: 'Assessment window open' },
  'assessmentWindow.late': { id: 'Asesmen terlambat', en: 'Assessment late' },
  verdict: { id: 'Hasil penilaian', en: 'Verdict' },
  'verdict.proposed': { id: 'Hasil diusulkan', en: 'Verdict proposed' },
  'verdict.returned': { id: 'Hasil dikembalikan', en: 'Verdict returned' },
  'verdict.confirmed': { id: 'Hasil ditetapkan', en: 'Verdict confirmed' },
  competent: { id: 'Memenuhi standar jabatan', en: 'Meets the job standard' },
  'competent.nextLevel': { id: 'Merencanakan jenjang berikutnya', en: 'Planning the next level' },
  belowStandard: { id: 'Belum memenuhi standar jabatan', en: 'Below the job standard' },
  remediation: { id: 'Pembinaan enam puluh hari', en: 'Sixty days of development' },
  awaitingRetest: { id: 'Menunggu asesmen ulang', en: 'Waiting for the re-test' },
  completed: { id: 'Selesai', en: 'Completed' },
  closed: { id: 'Ditutup', en: 'Closed' },
  withdrawn: { id: 'Mengundurkan diri', en: 'Withdrawn' },
  transferred: { id: 'Dipindahkan', en: 'Transferred' },
};

/** The words for a state; a path that is too deep for words has those of the state above it. */
export function stateLabel(path: string): Bilingual {
  const known = LABELS[path];
  if (known) return known;
  const above = path.lastIndexOf('.');
  return above < 0 ? { id: path, en: path } : stateLabel(path.slice(0, above));
}

const WAY = Object.keys(LABELS);

/** How far along the way a state is, for ordering: states that are not known come last. */
export function placeOnWay(path: string): number {
  const place = WAY.indexOf(path);
  return place < 0 ? WAY.length : place;
}

/** Of parallel states the first tells where somebody is: in a training that is the stage. */
export function whereIn(state: readonly string[], language: Language): string {
  const [first] = state;
  return first === undefined ? '' : stateLabel(first)[language];
}
