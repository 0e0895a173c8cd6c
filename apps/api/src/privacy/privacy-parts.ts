import type { AuditTrail } from '#libs/access';
import type { AuditSearch } from '#libs/training';

/** What the routes of audit and privacy work with. The composition root builds it once. */
export interface PrivacyParts {
  audit: AuditTrail;
  auditSearch: AuditSearch;
}

export const PRIVACY = Symbol('privacy');
