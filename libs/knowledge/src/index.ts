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
export { currentAt, lookupIn, UnknownVersion, type KnowledgeLookup } from './lookup.js';
