import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { AccessStore } from '#libs/access';
import type { Clock } from '#libs/engine';
import type { KnowledgeLookup } from '#libs/knowledge';
import {
  cohortStore,
  companionDirectory,
  enrolmentStore,
  groupBook,
  groupingStandings,
  standIns,
  transferStore,
} from '#libs/persistence';
import type { Log } from '#libs/platform';
import { type GroupingDeps, JourneyDoor, settleTransfers } from '#libs/training';
import type { EngineComposition } from './compose-engine.js';

export interface DoorNeeds {
  dataSource: DataSource;
  access: AccessStore;
  lookup: KnowledgeLookup;
  clock: Clock;
  engine: EngineComposition['engine'];
  log: Log;
}

export interface DoorComposition {
  /** By which people's events reach journeys. */
  door: JourneyDoor;
  grouping: GroupingDeps;
  /** Begins the journeys that transfers owe; a failure is logged and the next call tries again. */
  settle: () => Promise<void>;
}

export function composeDoor({ dataSource, access, lookup, clock, engine, log }: DoorNeeds): DoorComposition {
  const { manager } = dataSource;
  const [transfers, cohorts, enrolments] = [
    transferStore(manager),
    cohortStore(manager),
    enrolmentStore(manager),
  ];
  const companions = companionDirectory(manager);
  const starting = {
    ...{ engine, transfers, cohorts, enrolments, people: access, newId: uuid },
    centres: () => access.listOrganisations({ kind: 'centre' }, { limit: 200, after: null }),
    catalogue: (version: string) => lookup.catalogue(version),
  };
  const settle = async () => {
    try {
      await settleTransfers(starting);
    } catch (error) {
      log.error('a transfer did not begin its new journey; the next pass tries again', { error });
    }
  };
  const checks = { cohorts, enrolments, transfers };
  const principals = standIns(manager);
  const now = () => clock.now();
  const door = new JourneyDoor({
    engine,
    companions,
    organisations: access,
    checks,
    standIns: principals,
    settle,
    now,
  });
  const [book, standings] = [groupBook(manager), groupingStandings(manager)];
  return { door, settle, grouping: { standings, book, companions, engine: door, knowledge: lookup } };
}
