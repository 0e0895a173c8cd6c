import type { Bilingual } from '#libs/calendar';
import type { ActionCode } from '#libs/journeys';

/** Complete by its type: an action that the statechart adds does not compile before it has words. */
const LABELS: Record<ActionCode, Bilingual> = {
  assessProfile: { id: 'Menilai profil kompetensi', en: 'Assess the competency profile' },
  confirmPlacement: { id: 'Menetapkan penempatan', en: 'Confirm the placement' },
  reviewObjection: { id: 'Meninjau keberatan', en: 'Review the objection' },
  admitOrTransfer: { id: 'Menerima atau memindahkan peserta', en: 'Admit or transfer the participant' },
  assignClass: { id: 'Menentukan kelas', en: 'Assign the class' },
  assignCoach: { id: 'Menunjuk coach', en: 'Assign a coach' },
  assignMentor: { id: 'Menunjuk mentor', en: 'Assign a mentor' },
  attendBriefing: { id: 'Mengikuti pembekalan', en: 'Attend the briefing' },
  coachSession: { id: 'Melakukan sesi coaching', en: 'Hold a coaching session' },
  mentorSession: { id: 'Melakukan sesi mentoring', en: 'Hold a mentoring session' },
  evaluateStage: { id: 'Mengevaluasi tahap', en: 'Evaluate the stage' },
  followUpInactivity: { id: 'Menindaklanjuti ketidakaktifan', en: 'Follow up inactivity' },
  scoreComponent: { id: 'Memberi nilai komponen', en: 'Score the component' },
  decideGraduation: { id: 'Memutuskan kelulusan', en: 'Decide on graduation' },
  remedialWork: { id: 'Menyelesaikan remedial', en: 'Complete the remedial work' },
  schedulePostAssessment: {
    id: 'Menjadwalkan asesmen pascapelatihan',
    en: 'Schedule the post-training assessment',
  },
  assessPost: { id: 'Menilai kompetensi pascapelatihan', en: 'Assess after the training' },
  writeRecommendation: { id: 'Menulis rekomendasi', en: 'Write the recommendation' },
  confirmVerdict: { id: 'Menetapkan hasil', en: 'Confirm the verdict' },
  planNextLevel: { id: 'Merencanakan jenjang berikutnya', en: 'Plan the next level' },
  acknowledgeFeedback: { id: 'Mencatat penerimaan umpan balik', en: 'Acknowledge the feedback' },
  planRemediation: { id: 'Merencanakan pengembangan di tempat kerja', en: 'Plan the workplace development' },
  reportRemediation: {
    id: 'Melaporkan pengembangan di tempat kerja',
    en: 'Report the workplace development',
  },
  scheduleRetest: { id: 'Menjadwalkan asesmen ulang', en: 'Schedule the re-test' },
  assessRetest: { id: 'Menilai ulang', en: 'Assess again' },
  assignCompanions: { id: 'Menunjuk kelas, coach, dan mentor', en: 'Assign class, coach and mentor' },
  completeCourses: { id: 'Menyelesaikan mata pelatihan', en: 'Complete the courses' },
  scoreComponents: { id: 'Menilai komponen evaluasi', en: 'Score the evaluation' },
  completeRemedial: { id: 'Menutup remedial', en: 'Close the remedial work' },
  awaitStart: { id: 'Menunggu pelatihan dimulai', en: 'Wait for the training to start' },
  awaitStageEnd: { id: 'Menunggu tahap berakhir', en: 'Wait for the stage to end' },
  workAtOffice: { id: 'Aktualisasi di tempat kerja', en: 'Work on the actualisation at the own office' },
  awaitAssessment: { id: 'Menunggu masa asesmen dibuka', en: 'Wait until the assessment may begin' },
  none: { id: 'Selesai', en: 'Nothing more to do' },
  resume: { id: 'Melanjutkan perjalanan', en: 'Resume the journey' },
};

/** What stands to be done, in words; a code of another definition is shown as it is rather than hidden. */
export function actionLabel(action: string): Bilingual {
  return LABELS[action as ActionCode] ?? { id: action, en: action };
}
