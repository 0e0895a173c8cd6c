import { dateInWords, isLocalDate, type Bilingual, type Language } from '#libs/calendar';
import { clusterNameOf } from '#libs/curriculum';
import { deadlineSentence } from './deadline-sentences.js';
import { wordOf } from './value-words.js';

type Data = Record<string, unknown>;
type Sentence = (data: Data, language: Language) => Bilingual;

const say =
  (id: string, en: string): Sentence =>
  () => ({ id, en });

/** `{name}` is filled from the entry's data; dates are written out. */
const fill =
  (id: string, en: string): Sentence =>
  (data, language) => ({ id: filled(id, data, language, 'id'), en: filled(en, data, language, 'en') });

const SENTENCES: Record<string, Sentence> = {
  started: say('perjalanan dimulai.', 'the journey began.'),
  profileRecorded: (data, language) =>
    assessed('profil kompetensi dicatat', 'a competency profile was recorded', data, language),
  postProfileRecorded: (data, language) =>
    assessed(
      'hasil asesmen pascapelatihan dicatat',
      'the result after the training was recorded',
      data,
      language,
    ),
  retestRecorded: (data, language) =>
    assessed('hasil asesmen ulang dicatat', 'the result of the re-test was recorded', data, language),
  placementConfirmed: say('penempatan ditetapkan.', 'the placement was confirmed.'),
  placementObjected: fill('peserta berkeberatan: {reason}', 'the participant objected: {reason}'),
  placementRevised: (data, language) =>
    data['reason'] === undefined
      ? { id: 'penempatan diubah.', en: 'the placement was revised.' }
      : fill('penempatan diubah: {reason}', 'the placement was revised: {reason}')(data, language),
  classAssigned: (data) => classAssigned(text(data['class']), text(data['className'])),
  coachAssigned: say('coach ditunjuk.', 'a coach was assigned.'),
  mentorAssigned: say('mentor ditunjuk.', 'a mentor was assigned.'),
  briefingCompleted: fill(
    'pembekalan {role} selesai pada {heldOn}.',
    'the briefing of the {role} was held on {heldOn}.',
  ),
  courseAdded: fill('mata pelatihan {course} ditambahkan.', 'course {course} was added.'),
  courseDropped: fill('mata pelatihan {course} dibatalkan.', 'course {course} was dropped.'),
  courseCompleted: fill(
    'mata pelatihan {course} selesai pada {completedOn}.',
    'course {course} was completed on {completedOn}.',
  ),
  courseReopened: fill(
    'mata pelatihan {course} dibuka kembali: {reason}',
    'course {course} was reopened: {reason}',
  ),
  learningProgressed: fill(
    'kemajuan {course}: {progress} persen.',
    'progress in {course}: {progress} percent.',
  ),
  stageEvaluated: fill(
    'tahap {stage} dievaluasi: nilai {score}.',
    'stage {stage} was evaluated: score {score}.',
  ),
  sessionLogged: fill(
    'sesi {kind} untuk {competency} pada {heldOn}.',
    'a {kind} session on {competency} was held on {heldOn}.',
  ),
  sessionConfirmed: fill(
    'sesi {session} dikonfirmasi peserta.',
    'session {session} was confirmed by the participant.',
  ),
  sessionVoided: fill('sesi {session} dibatalkan: {reason}', 'session {session} was voided: {reason}'),
  componentScored: fill('komponen {component} dinilai {score}.', 'component {component} was scored {score}.'),
  remedialCompleted: say('remedial selesai.', 'the remedial work was completed.'),
  graduationDecided: (data) =>
    data['decision'] === 'passed'
      ? { id: 'dinyatakan lulus pelatihan.', en: 'passed the training.' }
      : { id: 'kelulusan ditangguhkan.', en: 'graduation was deferred.' },
  postAssessmentScheduled: fill(
    'asesmen pascapelatihan dijadwalkan pada {on}.',
    'the post-training assessment was scheduled for {on}.',
  ),
  retestScheduled: fill('asesmen ulang dijadwalkan pada {on}.', 'the re-test was scheduled for {on}.'),
  recommendationWritten: say('rekomendasi ditulis.', 'the recommendation was written.'),
  verdictConfirmed: say('hasil ditetapkan.', 'the verdict was confirmed.'),
  verdictReturned: fill('hasil dikembalikan: {reason}', 'the verdict was returned: {reason}'),
  feedbackReceived: fill(
    'umpan balik diterima instansi pada {receivedOn}.',
    'the agency received the feedback on {receivedOn}.',
  ),
  remediationPlanned: say(
    'pengembangan di tempat kerja direncanakan.',
    'the workplace development was planned.',
  ),
  remediationReported: say(
    'pengembangan di tempat kerja dilaporkan.',
    'the workplace development was reported.',
  ),
  nextLevelPlanned: say('jenjang berikutnya direncanakan.', 'the next level was planned.'),
  roundsClosed: fill('putaran ditutup: {reason}', 'the rounds were closed: {reason}'),
  assignmentChanged: fill(
    'penugasan berubah mulai {effectiveOn}.',
    'the assignment changed as of {effectiveOn}.',
  ),
  withdrawn: fill('mengundurkan diri: {reason}', 'withdrawn: {reason}'),
  transferred: fill('dipindahkan ke angkatan lain: {reason}', 'transferred to another cohort: {reason}'),
  cohortRescheduled: fill('tanggal angkatan diubah: {reason}', "the cohort's dates were moved: {reason}"),
  rescheduled: fill(
    'tenggat {deadline} dipindahkan ke {due}: {reason}',
    'deadline {deadline} was moved to {due}: {reason}',
  ),
  suspended: fill('dijeda: {reason}', 'suspended: {reason}'),
  resumed: say('dilanjutkan.', 'resumed.'),
  calendarChanged: fill('kalender diganti: {reason}', 'the calendar was changed: {reason}'),
  deadlineFired: (data) => deadlineSentence(text(data['name'])),
};

/** One entry of the log as a sentence, in both languages (texts inside it as `language` writes dates). */
export function sentenceOf(type: string, data: Data, language: Language): Bilingual {
  const sentence = SENTENCES[type];
  return sentence ? sentence(data, language) : { id: `peristiwa ${type}.`, en: `event ${type}.` };
}

/** A confirmed class goes by its own name; which cluster it is of stands behind. */
function classAssigned(cluster: string, name: string): Bilingual {
  const { id, en } = clusterNameOf(cluster);
  return name === ''
    ? { id: `kelas ${id} ditentukan.`, en: `class ${en} was assigned.` }
    : { id: `${name} (${id}) ditentukan.`, en: `${name} (${en}) was assigned.` };
}

function assessed(id: string, en: string, data: Data, language: Language): Bilingual {
  const profile = data['profile'];
  const on =
    typeof profile === 'object' && profile !== null && 'assessedOn' in profile
      ? text(profile.assessedOn)
      : '';
  const words = isLocalDate(on) ? dateInWords(on, language) : on;
  return { id: `${id} (dinilai ${words}).`, en: `${en} (assessed on ${words}).` };
}

function filled(template: string, data: Data, dates: Language, words: Language): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = text(data[key]);
    return isLocalDate(value) ? dateInWords(value, dates) : (wordOf(value)?.[words] ?? value);
  });
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
