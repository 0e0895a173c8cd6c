import { spread, type Spread } from './statistics.js';

/** One line of the table: ours beside its floor, measured in the same rounds. */
export interface Figure {
  /** Number of the aim. */
  aim: number;
  name: string;
  unit: string;
  ours: Spread;
  /** Null where the aim is an absolute one. */
  floor: Spread | null;
  /** Of ours to the floor, round by round; null without a floor. */
  ratio: Spread | null;
  /** In words, such as `≥ 0.7`. */
  wanted: string;
  met: boolean;
}

export interface Wanted {
  aim: number;
  name: string;
  unit: string;
  /** The ratio, or ours where there is no floor, is to be at least or at most this. */
  atLeast?: number;
  atMost?: number;
}

/** Rounds of ours and of the floor belong together one by one, for what disturbs a round disturbs both. */
export function besideFloor(wanted: Wanted, ours: readonly number[], floor: readonly number[]): Figure {
  const ratios = ours.map((value, round) => value / (floor[round] as number));
  const ratio = spread(ratios);
  return { ...told(wanted, ratio.median), ours: spread(ours), floor: spread(floor), ratio };
}

export function absolute(wanted: Wanted, ours: readonly number[]): Figure {
  const own = spread(ours);
  return { ...told(wanted, own.median), ours: own, floor: null, ratio: null };
}

function told({ aim, name, unit, atLeast, atMost }: Wanted, value: number) {
  const words = [
    atLeast === undefined ? [] : [`≥ ${String(atLeast)}`],
    atMost === undefined ? [] : [`≤ ${String(atMost)}`],
  ];
  const met = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  return { aim, name, unit, wanted: words.flat().join(', '), met };
}
