import type { MigrationInterface } from 'typeorm';
import {
  AccessTables1795300100000,
  Audit1795300800000,
  InvitedAccounts1795300510000,
  PeopleAndOrganisations1795300500000,
  RoleEnds1795300530000,
  ProvedSessions1795300610000,
  SignIn1795300600000,
  ClosedUnits1795300540000,
} from './access/index.js';
import { EngineTables1795300000000 } from './engine/migrations/1795300000000-engine-tables.js';
import { EngineBatches1795300300000 } from './engine/migrations/1795300300000-engine-batches.js';
import { EnginePlainBatch1795300420000 } from './engine/migrations/1795300420000-engine-plain-batch.js';
import { EnginePlainStep1795300410000 } from './engine/migrations/1795300410000-engine-plain-step.js';
import { EngineSingle1795300370000 } from './engine/migrations/1795300370000-engine-single.js';
import { FunnelTally1795300390000 } from './engine/migrations/1795300390000-funnel-tally.js';
import {
  AuditSearch1795300810000,
  Privacy1795300820000,
  RetentionProgress1795300840000,
} from './privacy/index.js';
import {
  GroupsAndTransfers1795300260000,
  ImportBatches1795300290000,
  Inbox1795300320000,
  JourneyShows1795300700000,
  MailIncidents1795300400000,
  Notices1795300310000,
  OverAndDone1795300430000,
  ImportUndo1795300340000,
  Operations1795300360000,
  TaskHolders1795300450000,
  TaskTalk1795300520000,
  TaskQueues1795300395000,
  TimetableTables1795300280000,
  TrainingTables1795300200000,
} from './training/index.js';
import { HeldRows1795300880000 } from './rows/migrations/1795300880000-held-rows.js';
import { NamedRows1795300850000 } from './rows/migrations/1795300850000-named-rows.js';
import { ChosenRoles1795300870000 } from './rows/migrations/1795300870000-chosen-roles.js';
import { RestrictedRows1795300830000 } from './rows/migrations/1795300830000-restricted-rows.js';
import { RowLevelSecurity1795300710000 } from './rows/migrations/1795300710000-row-level-security.js';

/**
 * Every migration, in order. A class name ends in its timestamp (TypeORM sorts by it): engine 17953000…, access
 * 17953001… and 17953005…, training 17953002…. A migration that left this checkout is never edited, only followed by another.
 */
export const migrations: (new () => MigrationInterface)[] = [
  EngineTables1795300000000,
  AccessTables1795300100000,
  TrainingTables1795300200000,
  GroupsAndTransfers1795300260000,
  TimetableTables1795300280000,
  ImportBatches1795300290000,
  EngineBatches1795300300000,
  Notices1795300310000,
  Inbox1795300320000,
  ImportUndo1795300340000,
  Operations1795300360000,
  EngineSingle1795300370000,
  EnginePlainStep1795300410000,
  EnginePlainBatch1795300420000,
  FunnelTally1795300390000,
  TaskQueues1795300395000,
  MailIncidents1795300400000,
  OverAndDone1795300430000,
  TaskHolders1795300450000,
  PeopleAndOrganisations1795300500000,
  InvitedAccounts1795300510000,
  TaskTalk1795300520000,
  RoleEnds1795300530000,
  ClosedUnits1795300540000,
  SignIn1795300600000,
  ProvedSessions1795300610000,
  JourneyShows1795300700000,
  RowLevelSecurity1795300710000,
  Audit1795300800000,
  AuditSearch1795300810000,
  Privacy1795300820000,
  RestrictedRows1795300830000,
  RetentionProgress1795300840000,
  NamedRows1795300850000,
  ChosenRoles1795300870000,
  HeldRows1795300880000,
];
