import type { Server } from 'node:http';
import { join } from 'node:path';
import { type CompetencyCode } from '#libs/competency';
import type { Pathway } from '#libs/curriculum';
import { toInstant } from '#libs/calendar';
import { loadKnowledge } from '#libs/knowledge';
import { createLog, type Settings } from '#libs/platform';
import { compose, type Composition } from '../composition/compose.js';
import { projectRoot } from '../project-root.js';
import { settleWorld } from '../sandbox/sandbox-callers.js';
import { ApiServer } from './api-client.js';
import { readAssumptions, type Assumptions } from './assumptions.js';
import { Desk } from './desk.js';
import { Diary } from './diary.js';
import { inventedCohorts, type InventedCohort } from './invented/cohort.js';
import { inventedWorld } from './invented/world.js';
import { JourneyBook } from './journey-book.js';
import { Opening } from './opening.js';
import { Simulation, type Progress } from './simulation.js';
import { SignedIn } from './staff.js';

export interface SimulationRequest {
  seed: number;
  /** Of each pathway. */
  cohorts: number;
  /** In each cohort. */
  people: number;
  pathways: readonly Pathway[];
}

export interface SimulationNeeds {
  settings: Settings;
  /** Of a database that is migrated, empty, and ours alone. */
  connectionString: string;
  onDay: (progress: Progress) => void;
}

/** A simulation that has come to its end, with its server still up. */
export interface Simulated {
  composition: Composition;
  desk: Desk;
  staff: SignedIn;
  fired: number;
  requests: number;
  seconds: number;
  close(): Promise<void>;
}

/** Everybody of the country comes from one address here. */
const NO_LIMIT = { address: 0, account: 0 };

/** Starts the product on the database, with its API on a free port, and lets the invented people live. */
export async function runSimulation(
  request: SimulationRequest,
  { settings, connectionString, onDay }: SimulationNeeds,
): Promise<Simulated> {
  const configFolder = settings.configFolder ?? join(projectRoot(), 'config');
  const assumptions = readAssumptions(configFolder);
  const composition = await compose({
    settings: { ...settings, sandbox: true, signIn: { ...settings.signIn, requests: NO_LIMIT } },
    connectionString,
    knowledge: loadKnowledge(configFolder),
    log: createLog({ level: settings.logLevel === 'info' ? 'warn' : settings.logLevel }),
    sandboxBegins: toInstant(`${assumptions.calendar.begins}T07:00:00+07:00`),
  });
  try {
    return await liveThrough(composition, assumptions, request, onDay);
  } catch (error) {
    await composition.close();
    throw error;
  }
}

async function liveThrough(
  composition: Composition,
  assumptions: Assumptions,
  request: SimulationRequest,
  onDay: (progress: Progress) => void,
): Promise<Simulated> {
  const { access } = composition.training;
  const cohorts = inventedCohorts(request, assumptions);
  const coaches = coachesFor(cohorts, assumptions);
  const world = inventedWorld(coaches);
  await settleWorld(access, world);
  await composition.app.listen(0, '127.0.0.1');
  keepConnections(composition);
  composition.training.importDesk.start();
  const began = performance.now();
  const server = new ApiServer(Number(new URL(await composition.app.getUrl()).port));
  const staff = await SignedIn.all(server, access, world);
  const desk = new Desk(assumptions, staff, new Diary(), new JourneyBook(), new Map(), coaches);
  await learnTargets(desk, cohorts);
  const opening = new Opening(desk, request.seed, cohorts);
  const simulation = new Simulation(desk, opening, onDay);
  await simulation.run();
  return {
    ...{ composition, desk, staff, fired: simulation.firedInAll, requests: server.requests },
    seconds: (performance.now() - began) / 1000,
    close: async () => {
      server.close();
      await composition.close();
    },
  };
}

/** A loaded machine may think longer between two requests than a server usually keeps a connection open for. */
function keepConnections({ app }: Composition): void {
  const server = app.getHttpServer() as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
}

const KEEP_ALIVE_MS = 600_000;

function coachesFor(cohorts: readonly InventedCohort[], { companions }: Assumptions): number {
  const people = cohorts.reduce((sum, cohort) => sum + cohort.people, 0);
  return Math.max(2, Math.ceil(people / companions.peoplePerCoach));
}

/** What each course aims at, from the catalogue that everybody may read. */
async function learnTargets(desk: Desk, cohorts: readonly InventedCohort[]): Promise<void> {
  for (const programme of new Set(cohorts.map((cohort) => cohort.programme))) {
    const page = await desk.staff.named('lan').get(`/programmes/${programme}`);
    const courses = page['courses'] as { code: string; targets: CompetencyCode[]; stages: unknown[] }[];
    for (const { code, targets, stages } of courses) {
      desk.courseTargets.set(code, targets);
      for (const competency of targets) {
        const key = `${programme} ${competency}`;
        desk.courseStagesFor.set(key, (desk.courseStagesFor.get(key) ?? 0) + stages.length);
      }
    }
  }
}
