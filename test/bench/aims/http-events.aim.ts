import { randomUUID } from 'node:crypto';
import { loadKnowledge } from '#libs/knowledge';
import { createDataSource } from '#libs/persistence';
import { createLog, systemClock } from '#libs/platform';
import { composeEngine } from '../../../apps/titian/src/composition/compose-engine.js';
import { join } from 'node:path';
import { projectRoot } from '../../../apps/titian/src/project-root.js';
import { Caller, told } from '../caller.js';
import { enrol, openCohort, rosterOf } from '../cohorts.js';
import { besideFloor } from '../figure.js';
import { installedDatabase, Product } from '../product.js';
import { inFlight, interleaved } from '../rounds.js';
import type { Aim } from '../run.js';

const IN_FLIGHT = 16;

interface Seat {
  id: string;
  coach: string;
  sender: string;
}

/** The same event to the same journeys: as a request to the API's process, and as a call of the engine. */
export const httpEvents: Aim = {
  aims: [5],
  async measure({ server, sizes }) {
    const connectionString = await installedDatabase(server, 'http_events');
    const dataSource = await createDataSource({ connectionString, poolSize: IN_FLIGHT }).initialize();
    const { engine } = composeEngine({
      ...{ dataSource, clock: systemClock, log: createLog({ level: 'error' }) },
      knowledge: loadKnowledge(join(projectRoot(), 'config')),
    });
    const api = Product.api(connectionString);
    try {
      const lembaga = await Caller.signIn(await api.address(), 'lembaga');
      const cohort = await openCohort(lembaga, 'Ukur HTTP');
      await enrol(lembaga, cohort, rosterOf(sizes.journeys), sizes.journeys);
      const journeys = await dataSource.query<Seat[]>(
        `select journey_id as id, (select person_id::text from account where username = 'coach') as coach,
          (select id::text from account where username = 'lembaga') as sender from enrolment where cohort_id = $1`,
        [cohort],
      );
      await dataSource.query('analyze');
      // Another group each time, so that every event changes something.
      const phase = (send: (seat: Seat, group: string) => Promise<boolean>) => async () => {
        const group = randomUUID();
        const began = performance.now();
        await inFlight(IN_FLIGHT, journeys, async (seat) => {
          if (!(await send(seat, group))) throw new Error(`${seat.id} refused its coach`);
        });
        return journeys.length / ((performance.now() - began) / 1000);
      };
      const ours = phase(async ({ id, coach }, group) => {
        const answer = await lembaga.post(`/journeys/${id}/events`, {
          type: 'coachAssigned',
          payload: { coach, group },
        });
        return told(answer, 200)['state'] !== undefined;
      });
      const floor = phase(async ({ id: instanceId, coach, sender }, group) => {
        const actor = { id: sender, role: 'institute' };
        const payload = { coach, group };
        const outcome = await engine.apply({
          instanceId,
          messageId: group,
          type: 'coachAssigned',
          payload,
          actor,
        });
        return outcome.ok;
      });
      await interleaved(1, { ours, floor });
      const read = await interleaved(sizes.rounds, { ours, floor });
      lembaga.close();
      return [
        besideFloor(
          { aim: 5, name: 'POST …/events beside apply', unit: '/s', atLeast: 0.5 },
          read.ours,
          read.floor,
        ),
      ];
    } finally {
      await api.stop();
      await dataSource.destroy();
    }
  },
};
