import { PATHWAYS } from '#libs/curriculum';
import { migrate } from '#libs/persistence';
import { parseSettings } from '#libs/platform';
import { cloneTemplateDatabase } from '#libs/testing';
import { reportOn, type SimulationReport } from './outcome/report.js';
import { runSimulation } from './run-simulation.js';

const REQUEST = { seed: 3, cohorts: 1, people: 6, pathways: PATHWAYS };

async function simulated(): Promise<SimulationReport> {
  const database = await cloneTemplateDatabase({ migrate });
  const settings = parseSettings({ TITIAN_SANDBOX: 'true', LOG_LEVEL: 'warn' });
  const { connectionString } = database;
  try {
    const lived = await runSimulation(REQUEST, { settings, connectionString, onDay: () => undefined });
    return await reportOn(REQUEST, lived).finally(() => lived.close());
  } finally {
    await database.drop();
  }
}

describe('a simulation of all four pathways', () => {
  it('brings everybody to an end over the API, leaves a whole record, and does so again event for event', async () => {
    const first = await simulated();
    expect(first.stuck).toEqual([]);
    expect(first.checked).toMatchObject({ faults: 0, byKind: {} });
    expect(first.pathways.map(({ pathway }) => pathway)).toEqual(expect.arrayContaining([...PATHWAYS]));
    for (const { pathway, people, certificates } of first.pathways) {
      expect([pathway, people > 0, (certificates['competency'] ?? 0) > 0]).toEqual([pathway, true, true]);
    }
    // Somebody has to fail once, or half of the journey was never walked.
    expect(first.pathways.flatMap(({ verdicts }) => verdicts).some(({ round }) => round > 1)).toBe(true);
    const { digest, events } = await simulated();
    expect({ digest, events }).toEqual({ digest: first.digest, events: first.events });
  }, 600_000);
});
