import type { Bilingual } from '#libs/calendar';
import type { DueName } from '#libs/journeys';

/** Complete by its type: a deadline that the statechart adds does not compile before it has a name. */
const LABELS: Record<DueName, Bilingual> = {
  profileDue: { id: 'Batas profil kompetensi', en: 'Profile due' },
  unplacedAtStart: { id: 'Pelatihan dimulai tanpa penempatan', en: 'Training starts without a placement' },
  placementDue: { id: 'Batas penetapan penempatan', en: 'Placement due' },
  objectionDue: { id: 'Batas peninjauan keberatan', en: 'Review of the objection due' },
  objectionCloses: { id: 'Masa keberatan berakhir', en: 'Objections close' },
  trainingStarts: { id: 'Pelatihan dimulai', en: 'Training starts' },
  inactivityNudge: { id: 'Pengingat belum ada kemajuan', en: 'Reminder for want of progress' },
  inactivityFollowUp: { id: 'Tindak lanjut ketidakaktifan', en: 'Inactivity followed up' },
  trainingEnds: { id: 'Pelatihan berakhir', en: 'Training ends' },
  'stageStarts.selfLearning': { id: 'Pembelajaran mandiri dimulai', en: 'Self-learning begins' },
  'stageStarts.eLearning': { id: 'E-learning dimulai', en: 'E-learning begins' },
  'stageStarts.classical': { id: 'Pembelajaran klasikal dimulai', en: 'Classical learning begins' },
  'stageEnds.selfLearning': { id: 'Pembelajaran mandiri berakhir', en: 'Self-learning ends' },
  'stageEnds.eLearning': { id: 'E-learning berakhir', en: 'E-learning ends' },
  'stageEnds.classical': { id: 'Pembelajaran klasikal berakhir', en: 'Classical learning ends' },
  evaluationDue: { id: 'Batas penilaian komponen', en: 'Scores due' },
  decisionDue: { id: 'Batas keputusan kelulusan', en: 'Graduation due' },
  remedialDue: { id: 'Batas remedial', en: 'Remedial work due' },
  assessmentOpens: { id: 'Jendela asesmen dibuka', en: 'Assessment window opens' },
  assessmentCloses: { id: 'Jendela asesmen ditutup', en: 'Assessment window closes' },
  lateReview: { id: 'Peninjauan asesmen terlambat', en: 'Late assessment reviewed' },
  verdictDue: { id: 'Batas penetapan hasil', en: 'Verdict due' },
  nextLevelDue: { id: 'Masa perencanaan berakhir', en: 'Time to plan ends' },
  receiptDue: { id: 'Batas penerimaan umpan balik', en: 'Receipt of the feedback due' },
  remediationPlanDue: { id: 'Batas rencana pengembangan', en: 'Development plan due' },
  remediationCheck20: { id: 'Pemeriksaan hari ke-20', en: 'Check after twenty days' },
  remediationCheck40: { id: 'Pemeriksaan hari ke-40', en: 'Check after forty days' },
  remediationEnds: { id: 'Enam puluh hari berakhir', en: 'The sixty days end' },
  retestDue: { id: 'Batas asesmen ulang', en: 'Re-test due' },
};

/** What a deadline is called; one of another definition by its own name. */
export function deadlineLabel(name: string): Bilingual {
  return Object.hasOwn(LABELS, name) ? LABELS[name as DueName] : { id: name, en: name };
}
