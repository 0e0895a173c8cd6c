import {
  dateInWords,
  localDateOf,
  type Bilingual,
  type Instant,
  type Language,
  type Zone,
} from '#libs/calendar';
import { sentenceOf } from './story-sentences.js';

export interface StoryLine {
  seq: number;
  at: Instant;
  text: string;
}

export interface Told {
  seq: number;
  type: string;
  data: Record<string, unknown> | null;
  at: Instant;
  redactedAt: Instant | null;
}

/** The log as sentences, with the day in the cohort's zone; what was erased is said to be erased, not skipped. */
export function storyOf(entries: readonly Told[], language: Language, zone: Zone): StoryLine[] {
  return entries.map(({ seq, type, data, at, redactedAt }) => {
    const what: Bilingual = redactedAt ? ERASED : sentenceOf(type, data ?? {}, language);
    return { seq, at, text: `${dateInWords(localDateOf(at, zone), language)}: ${what[language]}` };
  });
}

const ERASED: Bilingual = {
  id: 'keterangan ini telah dihapus atas permintaan.',
  en: 'this entry was erased on request.',
};
