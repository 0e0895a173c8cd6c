import type { BenchServer } from './bench-server.js';
import type { Figure } from './figure.js';

/** How much is done. Quick ones tell minutes later whether anything broke; full ones are what is published. */
export interface Sizes {
  rounds: number;
  /** Advances in a round. */
  single: number;
  batch: number;
  /** Journeys of participants that get an event in each round. */
  journeys: number;
  /** Rows of a roster, and how often one is read. */
  roster: number;
  rosterRounds: number;
}

export const QUICK: Sizes = {
  rounds: 3,
  single: 2_000,
  batch: 6_000,
  journeys: 600,
  roster: 2_000,
  rosterRounds: 2,
};
export const FULL: Sizes = {
  rounds: 7,
  single: 6_000,
  batch: 20_000,
  journeys: 2_000,
  roster: 10_000,
  rosterRounds: 3,
};

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
