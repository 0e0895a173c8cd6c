export { choose, runScopeOf } from './bulk-choice.js';
export { BulkDesk, type BulkDeskParts, type BulkVerb } from './bulk-desk.js';
export { bulkInput, type BulkInput, type BulkOrder } from './bulk-input.js';
export type { BulkPreview } from './bulk-preview.js';
export type {
  BulkAct,
  BulkEvent,
  BulkItem,
  BulkOperation,
  BulkStanding,
  BulkStore,
  ItemStatus,
  RunScope,
} from './bulk-store.port.js';
export type { ForeseenChange } from './foresee-order.js';
export type { IncidentBook, IncidentFilter, IncidentRow, NewIncidentAct } from './incident-book.port.js';
export { IncidentRoom, type Retried, type RetriedMany } from './incident-room.js';
export { incidentWords } from './incident-words.js';
