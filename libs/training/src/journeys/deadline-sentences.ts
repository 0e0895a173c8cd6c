import type { Bilingual } from '#libs/calendar';
import type { DueName } from '#libs/journeys';

/** `stageEnds.selfLearning` is told like every end of a stage. */
type Stem<Name extends string> = Name extends `${infer Head}.${string}` ? Head : Name;

/** Complete by its type: a deadline that the statechart adds does not compile before it has words. */
const SENTENCES: Record<Stem<DueName>, Bilingual> = {
  profileDue: {
    id: 'profil kompetensi belum ada pada batas waktunya.',
    en: 'the competency profile was still missing when it was due.',
  },
  placementDue: {
    id: 'penempatan belum ditetapkan pada batas waktunya.',
    en: 'the placement was still open when it was due.',
  },
  objectionCloses: { id: 'masa keberatan berakhir.', en: 'the time for objections ended.' },
  objectionDue: {
    id: 'keberatan belum ditinjau pada batas waktunya.',
    en: 'the objection was still open when its review was due.',
  },
  trainingStarts: { id: 'pelatihan dimulai.', en: 'the training started.' },
  stageStarts: { id: 'tahap berikutnya dimulai.', en: 'the next stage began.' },
  stageEnds: { id: 'tahap pembelajaran berakhir.', en: 'the stage ended.' },
  trainingEnds: { id: 'pelatihan berakhir.', en: 'the training ended.' },
  assessmentOpens: { id: 'jendela asesmen dibuka.', en: 'the assessment window opened.' },
  assessmentCloses: {
    id: 'jendela asesmen ditutup; asesmen menjadi terlambat.',
    en: 'the assessment window closed; the assessment is now late.',
  },
  receiptDue: {
    id: 'tanggal penerimaan umpan balik ditetapkan oleh batas waktu.',
    en: 'the deadline stood in for the receipt of the feedback.',
  },
  remediationEnds: {
    id: 'enam puluh hari pengembangan selesai.',
    en: 'the workplace development came to its end.',
  },
  nextLevelDue: {
    id: 'masa perencanaan jenjang berikutnya berakhir.',
    en: 'the time to plan the next level ended.',
  },
  unplacedAtStart: {
    id: 'pelatihan dimulai sebelum penempatan selesai.',
    en: 'the training started before the placement was done.',
  },
  inactivityNudge: {
    id: 'peserta diingatkan karena belum ada kemajuan belajar.',
    en: 'the participant was reminded for want of progress.',
  },
  inactivityFollowUp: {
    id: 'lembaga diminta menindaklanjuti peserta yang tidak aktif.',
    en: 'the institute was asked to follow up the inactivity.',
  },
  evaluationDue: {
    id: 'penilaian komponen belum lengkap pada batas waktunya.',
    en: 'the scores were incomplete when they were due.',
  },
  decisionDue: {
    id: 'kelulusan belum diputuskan pada batas waktunya.',
    en: 'graduation was undecided when it was due.',
  },
  remedialDue: {
    id: 'remedial belum selesai pada batas waktunya.',
    en: 'the remedial work was open when it was due.',
  },
  lateReview: {
    id: 'asesmen yang terlambat ditinjau kembali.',
    en: 'the late assessment came up for review.',
  },
  verdictDue: {
    id: 'hasil belum ditetapkan pada batas waktunya.',
    en: 'the verdict was open when it was due.',
  },
  remediationPlanDue: {
    id: 'rencana pengembangan di tempat kerja belum ada pada batas waktunya.',
    en: 'the workplace plan was missing when it was due.',
  },
  remediationCheck20: {
    id: 'pemeriksaan hari ke-20 pengembangan di tempat kerja.',
    en: 'the workplace development was checked after twenty days.',
  },
  remediationCheck40: {
    id: 'pemeriksaan hari ke-40 pengembangan di tempat kerja.',
    en: 'the workplace development was checked after forty days.',
  },
  retestDue: {
    id: 'asesmen ulang belum dilakukan pada batas waktunya.',
    en: 'the re-test was still missing when it was due.',
  },
};

/** What it means that a deadline fell due, as a sentence; one of another definition is told by its name. */
export function deadlineSentence(name: string): Bilingual {
  const stem = name.replace(/\..*$/, '') as Stem<DueName>;
  return SENTENCES[stem] ?? { id: `tenggat ${name} tiba.`, en: `deadline ${name} fell due.` };
}
