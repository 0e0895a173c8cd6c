export { JourneyDoor, type JourneyDoorParts } from './journey-door.js';
export { settleTransfers, type SettleDeps } from './settle-transfers.js';
export type { TransferChecks } from './check-transfer.js';
export type { Transfer, TransferStore } from './transfer-store.port.js';
