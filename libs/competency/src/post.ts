import type { Bilingual } from '#libs/calendar';
import type { Level } from './competency.js';

export const POST_LEVELS = [
  'staff',
  'supervisor',
  'administrator',
  'jptPratama',
  'jptMadya',
  'jptUtama',
  'functionalPertama',
  'functionalMuda',
  'functionalMadya',
  'functionalUtama',
] as const;

export type PostLevel = (typeof POST_LEVELS)[number];

/** What a post asks of its holder, the same level of every competency (seed 002, table 4; PermenPANRB 38/2017). */
export interface PostStandard {
  postLevel: PostLevel;
  name: Bilingual;
  level: Level;
  /** The programme for that post, null where there is none. */
  programme: 'PKN1' | 'PKN2' | 'PKA' | 'PKP' | null;
}
