import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import type { FieldFault } from '#libs/platform';
import { NEARBY_WORDS, WEAKNESS, weaknessOf } from './password-words.js';

/** Whose password it is to be: what stands here is the first thing that others try. */
export interface PasswordOwner {
  username: string;
  /** Names, NIP, mail address: whatever is known. */
  about?: readonly (string | null)[];
}

export interface PasswordRules {
  /** Letters. */
  leastLength: number;
}

/** More would only cost time: what comes in is read whole. */
const LONGEST = 256;
/** "Safely unguessable": 10^8 guesses and more (zxcvbn's third level). */
const LEAST_SCORE = 3;
/** Letters that are neither one's own name nor a well-known word, row of keys, date or repetition: illustrative. */
const LEAST_OWN = 6;

let judge: Promise<ZxcvbnFactory> | null = null;

/**
 * Why a password may not be used; null when it may. No mixture of letters, digits and signs is asked for: length and
 * what is hard to guess count (NIST SP 800-63B-4, 3.1.1.2). `path` names the field within what was sent.
 */
export async function passwordFault(
  password: string,
  owner: PasswordOwner,
  { leastLength }: PasswordRules,
  path: string,
): Promise<FieldFault | null> {
  const length = [...password.normalize('NFC')].length;
  if (length < leastLength) return { path, code: 'too_short', params: { limit: leastLength } };
  if (length > LONGEST) return { path, code: 'too_long', params: { limit: LONGEST } };
  const weakness = weakest((await (judge ??= judging())).check(password, wordsOf(owner)));
  return weakness && { path, code: `password_${weakness}`, message: WEAKNESS[weakness] };
}

/** zxcvbn counts guesses over the whole; three names in a row would pass it. */
function weakest({ score, sequence }: ZxcvbnResult): keyof typeof WEAKNESS | null {
  const letters = new Map<keyof typeof WEAKNESS | null, number>();
  for (const match of sequence) {
    const of = weaknessOf(match);
    letters.set(of, (letters.get(of) ?? 0) + match.token.length);
  }
  const own = letters.get(null) ?? 0;
  if (score >= LEAST_SCORE && own >= LEAST_OWN) return null;
  letters.delete(null);
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 'guessable';
}

/** The lists are large: they come when the first password is chosen. */
async function judging(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({
    dictionary: { ...dictionary, 'nearby-passwords': [...NEARBY_WORDS] },
    graphs: adjacencyGraphs,
    maxLength: LONGEST,
  });
}

function wordsOf({ username, about = [] }: PasswordOwner): string[] {
  const known = [username, ...about.filter((one) => one !== null)];
  const parts = known.flatMap((one) => one.split(/[\s@.,_-]+/)).filter((part) => part.length > 2);
  return [...new Set([...known, ...parts].map((word) => word.toLowerCase()))];
}
