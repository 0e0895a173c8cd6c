import type { Bilingual } from '#libs/calendar';
import { nameOf, type Need } from './course-need.js';
import type { Pathway } from './pathway.js';
import type { PlanQuestion } from './plan-question.js';
import type { Course, Stage } from './programme.js';

type Names = Pick<PlanQuestion['catalogue'], 'competencies'>;

/** Why actualisation is asked of everyone. */
export const MANDATORY_REASON: Bilingual = {
  id: 'Aktualisasi wajib bagi semua peserta; pengakuan kompetensi tidak membebaskan dari mata pelatihan ini.',
  en: 'Actualisation is mandatory for everyone; recognised competency does not exempt from this course.',
};

/** Why a gap makes a course required: each target that is below its standard, with its levels. */
export function gapReason(needs: readonly Need[], catalogue: Names): Bilingual {
  const texts = needs.map((need) => needInWords(need, catalogue));
  return {
    id: `Menutup kesenjangan: ${texts.map(({ id }) => id).join('; ')}.`,
    en: `Closes a gap: ${texts.map(({ en }) => en).join('; ')}.`,
  };
}

function needInWords({ competency, gap }: Need, catalogue: Names): Bilingual {
  const name = nameOf(competency, catalogue);
  if (gap === null || gap.attained === null) {
    return {
      id: `${name.id} belum dinilai, dianggap kesenjangan`,
      en: `${name.en} not rated, taken as a gap`,
    };
  }
  return {
    id: `${name.id} level ${gap.attained} dari standar ${gap.standard}`,
    en: `${name.en} level ${gap.attained} of standard ${gap.standard}`,
  };
}

/** Why a course may be left out. */
export function optionalReason(course: Course, catalogue: Names, added: boolean): Bilingual {
  const names = course.targets.map((competency) => nameOf(competency, catalogue));
  const met: Bilingual = {
    id: `Sudah memenuhi standar: ${names.map(({ id }) => id).join(', ')}`,
    en: `Already at the standard: ${names.map(({ en }) => en).join(', ')}`,
  };
  return added
    ? { id: `${met.id}; ditambahkan sebagai pilihan.`, en: `${met.en}; added by choice.` }
    : { id: `${met.id}; tidak wajib, boleh diikuti.`, en: `${met.en}; not required, may be taken.` };
}

const STAGE_NAMES: Record<Stage, Bilingual> = {
  selfLearning: { id: 'pembelajaran mandiri', en: 'self-learning' },
  eLearning: { id: 'e-learning', en: 'e-learning' },
  classical: { id: 'klasikal', en: 'classical' },
};

/** Why a pathway asks a course of everyone. Says nothing of anyone's class, so that participants may read it. */
export function everyoneReason(pathway: Exclude<Pathway, 'flexible'>, stage: Stage): Bilingual {
  switch (pathway) {
    case 'a-la-carte':
      return {
        id: `Jalur à la carte meminta tahap ${STAGE_NAMES[stage].id} secara lengkap dari semua peserta.`,
        en: `The à-la-carte pathway asks the complete ${STAGE_NAMES[stage].en} stage of everyone.`,
      };
    case 'cluster':
      return {
        id: 'Jalur klaster memuat semua mata pelatihan; setiap peserta mengikuti kelasnya secara penuh.',
        en: 'The cluster pathway keeps all courses; everyone follows his or her class in full.',
      };
    case 'generic-plus':
      return {
        id: 'Jalur generik plus meminta semua mata pelatihan dari semua peserta; hanya coaching dan mentoring yang berbeda.',
        en: 'The generic-plus pathway asks all courses of everyone; only coaching and mentoring differ.',
      };
  }
}
