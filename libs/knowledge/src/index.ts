export { ConfigFaults, type ConfigFault } from './config-faults.js';
export type {
  ConfiguredProgramme,
  Edition,
  FeeLine,
  FeeLines,
  Knowledge,
  OfficeHours,
  Setting,
  Versions,
  WorkingTime,
} from './knowledge.js';
export { loadKnowledge } from './load-knowledge.js';
export {
  currentAt,
  lookupIn,
  missingOf,
  remindersOn,
  retentionOn,
  UnknownVersion,
  type KnowledgeLookup,
} from './lookup.js';
export { isWorded, sourceIn } from './source-words.js';
export type { RetentionPolicy } from './retention-policy.js';
export {
  MAIL_MODES,
  REMINDER_STAGES,
  stepsFor,
  type MailDefaults,
  type MailMode,
  type QuietHours,
  type ReminderPolicy,
  type ReminderStage,
  type ReminderStep,
} from './reminder-policy.js';
