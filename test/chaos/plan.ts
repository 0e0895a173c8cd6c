import { randomOf } from '#libs/testing';

/** What may go wrong; each kind is something that an operator meets. */
export const MISHAPS = [
  'killApi',
  'killWorker',
  'stopPostgres',
  'killPostgres',
  'stopRedis',
  'wipeRedis',
  'throwingEffects',
  'strayJobs',
] as const;
export type Mishap = (typeof MISHAPS)[number];

export interface PlannedMishap {
  kind: Mishap;
  /** Which of the processes of the kind, as far as there are several. */
  which: number;
  /** How long it lasts, in milliseconds. */
  lasts: number;
  /** How long nothing goes wrong before it, in milliseconds. */
  after: number;
}

const LONGEST_MS = 3000;

/** Without end; the same seed plans the same mishaps in the same order, each kind once before any comes again. */
export function* planOf(seed: number): Generator<PlannedMishap> {
  const random = randomOf(seed);
  for (;;) {
    for (const kind of shuffled(MISHAPS, random)) yield plannedOf(kind, random);
  }
}

function plannedOf(kind: Mishap, random: () => number): PlannedMishap {
  return {
    kind,
    which: Math.floor(random() * 6),
    lasts: 300 + Math.floor(random() * LONGEST_MS),
    after: 200 + Math.floor(random() * LONGEST_MS),
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const pool = [...items];
  for (let last = pool.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [pool[last], pool[other]] = [pool[other] as T, pool[last] as T];
  }
  return pool;
}
