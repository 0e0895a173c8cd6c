import type { AuditTrail } from '#libs/access';
import type { Log } from '#libs/platform';
import type { AuditSearch, DataRequests, PersonFiles, RetentionDesk, RetentionStore } from '#libs/training';

/** What the routes of audit and privacy work with. The composition root builds it once. */
export interface PrivacyParts {
  audit: AuditTrail;
  auditSearch: AuditSearch;
  files: PersonFiles;
  requests: DataRequests;
  retention: RetentionDesk;
  retentionRuns: Pick<RetentionStore, 'runs'>;
  log: Pick<Log, 'error'>;
}

export const PRIVACY = Symbol('privacy');
