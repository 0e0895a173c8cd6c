import type { BenchServer } from './bench-server.js';
import type { Figure } from './figure.js';

/** How much is done. Quick ones tell minutes later whether anything broke; full ones are what is published. */
export interface Sizes {
  rounds: number;
  /** Advances in a round. */
  single: number;
  batch: number;
}

export const QUICK: Sizes = { rounds: 3, single: 2_000, batch: 6_000 };
export const FULL: Sizes = { rounds: 7, single: 6_000, batch: 20_000 };

export interface Run {
  server: BenchServer;
  sizes: Sizes;
  say: (line: string) => void;
}

/** Measures one or more aims in one interleaved run. */
export interface Aim {
  aims: readonly number[];
  measure(run: Run): Promise<Figure[]>;
}
