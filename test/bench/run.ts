import type { BenchServer } from './bench-server.js';
import type { DbosPeer } from './dbos-peer.js';
import type { Figure } from './figure.js';

/** How much is done. Quick ones tell minutes later whether anything broke; full ones are what is published. */
export interface Sizes {
  rounds: number;
  /** Advances in a round. */
  single: number;
  batch: number;
  /** Deadlines that fall due at once, and how often. */
  deadlines: number;
  deadlineRounds: number;
  /** Workflows of the peer in a round. */
  dbos: number;
  /** Journeys of participants that get an event in each round. */
  journeys: number;
  /** Rows of a roster, and how often one is read. */
  roster: number;
  rosterRounds: number;
  /** Live journeys of the two countries, and how often a page is looked at in a round. */
  smallNation: number;
  largeNation: number;
  looks: number;
  /** People of the two cohorts whose boards are looked at. */
  smallCohort: number;
  largeCohort: number;
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
  deadlines: 10_000,
  deadlineRounds: 2,
  dbos: 300,
  journeys: 600,
  roster: 2_000,
  rosterRounds: 2,
  smallNation: 2_000,
  largeNation: 20_000,
  looks: 30,
  smallCohort: 50,
  largeCohort: 5_000,
  claims: 50,
  funnel: 100_000,
  starts: 1,
  requests: 1_000,
};
export const FULL: Sizes = {
  rounds: 7,
  single: 6_000,
  batch: 20_000,
  deadlines: 100_000,
  deadlineRounds: 3,
  dbos: 1_000,
  journeys: 2_000,
  roster: 10_000,
  rosterRounds: 3,
  smallNation: 10_000,
  largeNation: 200_000,
  looks: 60,
  smallCohort: 50,
  largeCohort: 5_000,
  claims: 150,
  funnel: 1_000_000,
  starts: 3,
  requests: 5_000,
};

export interface Run {
  server: BenchServer;
  sizes: Sizes;
  /** Null unless it was asked for. */
  dbos: DbosPeer | null;
  say: (line: string) => void;
}

/** Measures one or more aims in one interleaved run. */
export interface Aim {
  aims: readonly number[];
  measure(run: Run): Promise<Figure[]>;
}
