export { DeadlineEntity } from './deadline.entity.js';
export { IncidentEntity, OutboxEntity } from './delivery.entity.js';
export { InstanceEntity, JourneyPartyEntity } from './instance.entity.js';
export { EventEntity, InboxEntity } from './log.entity.js';
export { FlagEntity, TaskEntity } from './task.entity.js';
export { addParty, replaceParty, type PartyRow } from './parties.js';
export { PostgresEngineStore, type EngineStoreParts } from './postgres-engine-store.js';
export { DatabaseClock } from './database-clock.js';
export { PostgresDeadlineShelf } from './postgres-deadline-shelf.js';
export { outboxPending, PostgresOutboxStore } from './postgres-outbox-store.js';
export { PostgresVerifyStore } from './verify-store.js';
export { inTransaction } from './connection.js';
export { inOneTransaction } from './one-transaction.js';
export { instant } from './sql/instant.sql.js';
export {
  foldTallies,
  funnel,
  leaveCohort,
  recountTallies,
  tallyDifferences,
  type FunnelLine,
  type TallyDifference,
} from './tallies.js';
