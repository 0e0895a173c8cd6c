import type { Bilingual } from '#libs/calendar';
import type { Stage } from '#libs/curriculum';
import type { EvaluationComponent } from '#libs/journeys';

/** Codes that stand in events, as people say them within a sentence. */
const WORDS: Record<Stage | EvaluationComponent | 'coaching' | 'mentoring' | 'coach' | 'mentor', Bilingual> =
  {
    selfLearning: { id: 'pembelajaran mandiri', en: 'self-learning' },
    eLearning: { id: 'e-learning', en: 'e-learning' },
    classical: { id: 'klasikal', en: 'classical' },
    academic: { id: 'akademik', en: 'academic' },
    fieldLearning: { id: 'pembelajaran lapangan', en: 'field learning' },
    actualisation: { id: 'aktualisasi kepemimpinan', en: 'actualisation' },
    attitude: { id: 'sikap perilaku', en: 'attitude' },
    coaching: { id: 'coaching', en: 'coaching' },
    mentoring: { id: 'mentoring', en: 'mentoring' },
    coach: { id: 'coach', en: 'coach' },
    mentor: { id: 'mentor', en: 'mentor' },
  };

/** The word for a code; undefined for what is a text already. */
export function wordOf(value: string): Bilingual | undefined {
  return Object.hasOwn(WORDS, value) ? WORDS[value as keyof typeof WORDS] : undefined;
}
