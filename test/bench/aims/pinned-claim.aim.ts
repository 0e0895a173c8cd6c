import pg from 'pg';
import { besideFloor } from '../figure.js';
import { PermitBench } from '../permits.js';
import { interleaved } from '../rounds.js';
import type { Aim } from '../run.js';
import { quantile } from '../statistics.js';

const CLAIM = 200;
const AFTER_REVIEW = '2026-01-16T00:00:00.000Z';

/** Deadlines claimed and fired until none is left, while somebody's old snapshot keeps dead rows alive, and without. */
export const pinnedClaim: Aim = {
  aims: [7],
  async measure({ server, sizes }) {
    const connectionString = await server.create('pinned_claim');
    const bench = await PermitBench.open(connectionString);
    const old = new pg.Client({ connectionString });
    await old.connect();
    try {
      const phase = (pinned: boolean) => async () => {
        await bench.spawn(CLAIM * sizes.claims);
        await bench.pool.query('vacuum analyze deadline');
        if (pinned) await old.query('begin isolation level repeatable read');
        if (pinned) await old.query('select count(*) from deadline');
        const taken = await claimAll(bench);
        if (pinned) await old.query('commit');
        return quantile(taken, 0.99);
      };
      const phases = { ours: phase(true), floor: phase(false) };
      await interleaved(1, phases);
      const { ours, floor } = await interleaved(sizes.rounds, phases);
      const name = `claim of ${String(CLAIM)}, snapshot pinned beside not, p99`;
      return [besideFloor({ aim: 7, name, unit: 'ms', atMost: 2 }, ours, floor)];
    } finally {
      await old.end();
      await bench.close();
    }
  },
};

async function claimAll({ engine, clock }: PermitBench): Promise<number[]> {
  clock.set(AFTER_REVIEW);
  const taken: number[] = [];
  for (;;) {
    const began = performance.now();
    const due = await engine.due(AFTER_REVIEW, CLAIM);
    taken.push(performance.now() - began);
    if (due.length === 0) return taken;
    const outcomes = await engine.fireMany(due);
    if (outcomes.some(({ ok }) => !ok)) throw new Error('a deadline did not fire');
  }
}
