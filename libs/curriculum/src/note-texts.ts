import type { NoteCode, PlanNote } from './learning-plan.js';
import type { Pathway } from './pathway.js';

function note(code: NoteCode, id: string, en: string, audience?: PlanNote['audience']): PlanNote {
  return { code, id, en, ...(audience === undefined ? {} : { audience }) };
}

export const NOTES = {
  proposal: note(
    'proposal',
    'Rencana ini usulan; baru berlaku setelah ditetapkan lembaga pelatihan, dan peserta dapat berkeberatan.',
    'This plan is a proposal; it counts once the institute has confirmed it, and the participant may object.',
  ),
  noReport: note(
    'noReport',
    'Belum ada hasil penilaian, sehingga semua kompetensi dianggap kesenjangan.',
    'There is no assessment, so every competency is taken as a gap.',
  ),
  noGap: note(
    'noGap',
    'Tidak ada kesenjangan: peserta dapat ditawari penilaian langsung tanpa mengikuti pelatihan; ia boleh tetap mengikutinya.',
    'There is no gap: the participant can be offered direct assessment without the training, and may still take it.',
  ),
  simpleMethod: note(
    'simpleMethod',
    'Profil berasal dari metode penilaian sederhana: periksa mata pelatihan yang dilewati sebelum mengonfirmasi. Semua kompetensi dinilai lagi sesudah pelatihan.',
    'The profile comes from a simple method of assessment: look at what is left out before confirming it. All competencies are assessed again after training.',
  ),
  briefingAdvised: note(
    'briefingAdvised',
    'Coach dan mentor sebaiknya dibekali sebelum sesi pertama: pemanfaatan hasil penilaian dan matriks KSA.',
    'Coach and mentor should be briefed before the first session: use of the assessment and of the KSA matrix.',
  ),
  briefingGate: note(
    'briefingGate',
    'Tidak ada sesi sebelum coach dan mentor dibekali: pemanfaatan hasil penilaian dan matriks KSA.',
    'No session takes place before coach and mentor were briefed: use of the assessment and of the KSA matrix.',
  ),
  noFocus: note(
    'noFocus',
    'Tidak ada kesenjangan sedang atau tinggi; tema coaching disepakati bersama coach.',
    'There is no medium or high gap; the subject of coaching is agreed with the coach.',
  ),
  hoursNotShifted: note(
    'hoursNotShifted',
    'Penekanan kelas diberikan lewat ragam teknik: tidak ada jam pelajaran yang dapat digeser.',
    'The class is stressed by variety of technique: there are no hours that could be shifted.',
    'organiser',
  ),
  hoursOfCategory: note(
    'hoursNotShifted',
    'Kelas menurut kategori berbeda dalam perlakuan, coaching, dan mentoring; jam pelajaran semua kelas sama.',
    'Classes by category differ in treatment, coaching and mentoring; the hours of all classes are the same.',
    'organiser',
  ),
} as const satisfies Record<string, PlanNote>;

const FULL_PARTICIPANT = note(
  'fullParticipant',
  'Tercatat dan diakui sebagai peserta pelatihan secara utuh, meskipun hanya mengikuti sebagian mata pelatihan.',
  'Recorded and recognised as a full participant, although only a part of the courses is taken.',
);

/** What a pathway means for everyone on it (seed 002, b of Alternatives I to IV and their advantages and challenges). */
export const PATHWAY_NOTES: Record<Pathway, readonly PlanNote[]> = {
  flexible: [FULL_PARTICIPANT],
  cluster: [
    note(
      'oneClass',
      'Setiap peserta mengikuti tepat satu kelas secara penuh; semua kelas memuat seluruh kompetensi dan berakhir dengan sertifikat yang sama.',
      'Everyone follows exactly one class in full; all classes cover every competency and end with the same certificate.',
    ),
  ],
  'a-la-carte': [
    FULL_PARTICIPANT,
    note(
      'stageEvaluation',
      'Pembelajaran mandiri diakhiri evaluasi tahap.',
      'Self-learning ends with an evaluation of the stage.',
    ),
  ],
  'generic-plus': [],
};

const COACHING_GROUP = note(
  'coachingGroup',
  'Peserta dengan kesenjangan yang sama masuk kelompok coaching yang sama.',
  'Participants with the same gaps join the same coaching group.',
);

/** How coaching and mentoring go on each pathway. */
export const COACHING_NOTES: Record<Pathway, readonly PlanNote[]> = {
  flexible: [
    note(
      'coachingSuggested',
      'Jalur ini tidak mengatur coaching secara khusus; fokus di sini adalah saran bagi coach dan mentor.',
      'This pathway does not regulate coaching; the focus given here is a suggestion to coach and mentor.',
    ),
  ],
  cluster: [
    note(
      'coachingOfClass',
      'Coaching dan mentoring mengikuti rancangan kelas; fokus di sini melengkapinya bagi peserta.',
      "Coaching and mentoring follow the design of the class; the focus given here adds the person's own needs.",
    ),
  ],
  'a-la-carte': [COACHING_GROUP],
  'generic-plus': [COACHING_GROUP],
};
