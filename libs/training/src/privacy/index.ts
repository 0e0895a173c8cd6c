export { answerInput, askCorrection, askRestriction, correctionInput, restrictionInput } from './ask.js';
export { CATEGORIES, type Category } from './categories.js';
export {
  CORRECTABLE,
  type CorrectableField,
  type DataRequest,
  type DataRequests,
  type NewRequest,
  type RequestAnswer,
  type RequestStatus,
} from './data-requests.port.js';
export { idsIn, masked, SOMEBODY_ELSE } from './masked.js';
export type { HeldRows, OtherPeople, PersonFile, PersonFiles } from './person-file.port.js';
export type {
  EndedBefore,
  EndedPerson,
  EntryToRedact,
  Erasing,
  ErasedCounts,
  OpenRun,
  RetentionRun,
  RetentionStore,
} from './retention.port.js';
export { maskedNip, nipShown } from './nip-shown.js';
export { RetentionDesk, type RetentionOrder, type RetentionPreview } from './retention-desk.js';
