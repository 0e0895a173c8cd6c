import { localDateOf } from '#libs/calendar';
import type { Engine } from '#libs/engine';
import { carryOverOf, type JourneyContext } from '#libs/journeys';
import { v5 as uuidOf } from 'uuid';
import type { CohortStore } from '../cohorts/cohort-store.port.js';
import { SYSTEM_SCOPE } from '../journeys/scope.js';
import { startJourney, type StartJourneyDeps } from '../journeys/start-journey.js';
import type { Enrolment } from '../roster/enrolment-store.port.js';
import type { Transfer, TransferStore } from './transfer-store.port.js';

export interface SettleDeps extends StartJourneyDeps {
  engine: Pick<Engine, 'start' | 'startMany' | 'apply' | 'view'>;
  transfers: TransferStore;
  cohorts: Pick<CohortStore, 'byId'>;
}

const BATCH = 50;

/** Derives the new journey's id from the old one's: whoever repeats a transfer finds the journey that it began. */
const NAMESPACE = '3d0a6a5e-3c0c-5d53-9e0b-6f6a9c1b7a11';

/**
 * Begins the journeys that transfers owe, each exactly once: after every transfer, and now and then for one whose process
 * died between the two. Enrolment, journey and mark may each be repeated.
 */
export async function settleTransfers(deps: SettleDeps): Promise<number> {
  const waiting = await deps.transfers.unsettled(BATCH);
  const faults: unknown[] = [];
  // One that fails must not keep the others waiting.
  for (const transfer of waiting) await settle(deps, transfer).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, 'some transfers did not begin their new journey');
  return waiting.length;
}

async function settle(deps: SettleDeps, transfer: Transfer): Promise<void> {
  const { fromJourney, toCohort, actorId, at } = transfer;
  const [old, source, cohort] = await Promise.all([
    deps.enrolments.byJourney(fromJourney),
    deps.engine.view(fromJourney),
    deps.cohorts.byId(toCohort, SYSTEM_SCOPE),
  ]);
  if (!old || !source || !cohort) return deps.transfers.giveUp(fromJourney, 'cohort.unknown', at);
  const journeyId = uuidOf(fromJourney, NAMESPACE);
  const enrolment: Enrolment = {
    ...old,
    ...{ journeyId, orgId: cohort.orgId, cohortId: cohort.id },
    ...{ enteredOn: localDateOf(at, cohort.zone), createdAt: at },
  };
  // The place was counted before the transfer was accepted; whoever left the old cohort must not end up nowhere.
  const stored = await deps.enrolments.insert(enrolment, null);
  // Somebody enrolled him there in the meantime: that journey goes on, and nothing is begun twice.
  if (stored && stored.journeyId !== journeyId)
    return deps.transfers.settle(fromJourney, stored.journeyId, at);
  if (!(await deps.engine.view(journeyId))) {
    const context = source.instance.snapshot.machine.context as JourneyContext;
    const carriedFrom = { journey: fromJourney, ...carryOverOf(context) };
    await startJourney(deps, { cohort, enrolment, actor: { id: actorId, role: 'institute' }, carriedFrom });
  }
  await deps.transfers.settle(fromJourney, journeyId, at);
}
