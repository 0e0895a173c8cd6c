export { RECORD_FAULTS, type Fault, type RecordFaultKind } from './fault.js';
export { differences, type Difference } from './differences.js';
export type * from './record.port.js';
export type { Replayed } from './replayed.js';
export { Verifier, type Companion, type Progress, type VerifierParts, type VerifyRun } from './verifier.js';
export { recordHistory, replayHistory, type Departure, type RecordedHistory } from './history.js';
