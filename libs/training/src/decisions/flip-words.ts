import type { Bilingual } from '#libs/calendar';
import { changesInWords, type LevelChange } from '#libs/competency';
import type { Flip } from './decision.js';

interface Levels {
  changes: LevelChange[];
  steps: number;
}

/** A change of levels with what it would lead to; nothing at all where no levels lead anywhere. */
export function levelFlip(flip: (Levels & { to: unknown }) | null, lead: Bilingual): Flip | null {
  if (flip === null) return null;
  const levels = changesInWords(flip.changes);
  return {
    text: { id: `${lead.id} bila ${levels.id}.`, en: `${lead.en} if ${levels.en}.` },
    change: { to: flip.to, changes: flip.changes, steps: flip.steps },
  };
}

/** Says why no change of levels turns a decision. */
export function neverFlips(id: string, en: string): Flip {
  return { text: { id, en }, change: null };
}
