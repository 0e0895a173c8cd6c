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
  /** Live journeys of the two countries, and how often a page is looked at in a round. */
  smallNation: number;
  largeNation: number;
  looks: number;
  /** Claims of deadlines until none is left. */
  claims: number;
  /** Journeys that are counted. */
  funnel: number;
  /** How often `npm start` is measured, and requests while memory is watched. */
  starts: number;
  requests: number;
}

export const QUICK: Sizes = {
  rounds: 3,
  single: 2_000,
  batch: 6_000,
  journeys: 600,
  roster: 2_000,
  rosterRounds: 2,
  smallNation: 2_000,
  largeNation: 20_000,
  looks: 30,
  claims: 50,
  funnel: 100_000,
  starts: 1,
  requests: 1_000,
};
export const FULL: Sizes = {
  rounds: 7,
  single: 6_000,
  batch: 20_000,
  journeys: 2_000,
  roster: 10_000,
  rosterRounds: 3,
  smallNation: 10_000,
  largeNation: 200_000,
  looks: 60,
  claims: 150,
  funnel: 1_000_000,
  starts: 3,
  requests: 5_000,
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
