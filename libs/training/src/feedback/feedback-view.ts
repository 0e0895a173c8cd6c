import type { Bilingual, Language, Period } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { Viewer } from '../journeys/viewer.js';
import type { Feedback } from './feedback-book.port.js';

/** Whose letters a viewer reads: agency and participant their own, whoever works with the journey both. */
export function addresseesFor({ roles }: Viewer): Feedback['to'][] {
  const works = roles.some((role) => role !== 'agency' && role !== 'participant');
  if (works) return ['agency', 'participant'];
  return (['agency', 'participant'] as const).filter((to) => roles.includes(to));
}

export interface FeedbackBackground {
  catalogue: Pick<CompetencyCatalogue, 'competencies'>;
  /** Of the standard that the verdict was about. */
  level: number;
  /** How long the agency follows up. */
  followUp: FollowUp;
}

export interface FollowUp {
  /** In calendar days, unless working days count. */
  period: Period;
  workingDays: number | null;
  from: 'receipt' | 'confirmation';
}

/** A letter in words: what to work on and how, never a class or another person's numbers. */
export function feedbackView(
  { unmet, ...feedback }: Feedback,
  language: Language,
  { catalogue, level, followUp }: FeedbackBackground,
) {
  const names = new Map(catalogue.competencies.map(({ code, name }) => [code as string, name]));
  return {
    ...feedback,
    unmet: unmet.map((competency) => ({
      competency,
      name: (names.get(competency) ?? asCode(competency))[language],
    })),
    level,
    ...(feedback.to === 'agency' && feedback.outcome === 'notMet'
      ? followUpView(followUp)
      : { followUp: null, followUpWorkingDays: null }),
    text: textOf({ unmet, ...feedback }, followUp)[language],
  };
}

function followUpView({ period, workingDays }: FollowUp) {
  return { followUp: workingDays === null ? period : null, followUpWorkingDays: workingDays };
}

function asCode(code: string): Bilingual {
  return { id: code, en: code };
}

const FOLLOWED_FROM: Record<FollowUp['from'], Bilingual> = {
  receipt: { id: 'sejak umpan balik ini diterima', en: 'from receipt of this feedback' },
  confirmation: { id: 'sejak hasil ditetapkan', en: 'from the confirmation of the verdict' },
};

function textOf({ outcome, to, nextLevel }: Feedback, { from }: FollowUp): Bilingual {
  if (outcome === 'met')
    return nextLevel === null
      ? {
          id: 'Standar kompetensi terpenuhi. Tindak lanjut: pengayaan melalui tantangan baru.',
          en: 'The standard is met. What follows is enrichment through new challenges.',
        }
      : {
          id: `Standar kompetensi terpenuhi. Tindak lanjut: pengembangan ke level ${String(nextLevel)} melalui tantangan baru.`,
          en: `The standard is met. What follows is development towards level ${String(nextLevel)} through new challenges.`,
        };
  return to === 'agency'
    ? {
        id: `Standar kompetensi belum terpenuhi. Instansi menindaklanjuti pengembangan di tempat kerja ${FOLLOWED_FROM[from].id}, hanya untuk kompetensi yang belum terpenuhi.`,
        en: `The standard is not met yet. The agency follows up with development at the workplace ${FOLLOWED_FROM[from].en}, on the unmet competencies only.`,
      }
    : {
        id: 'Standar kompetensi belum terpenuhi. Pelatihan tidak perlu diulang; kompetensi yang belum terpenuhi dikembangkan di tempat kerja, lalu diasesmen ulang.',
        en: 'The standard is not met yet. The training need not be repeated; the unmet competencies are developed at the workplace and assessed again.',
      };
}
