export { AuditSearch1795300810000 } from './1795300810000-audit-search.js';
export { RetentionProgress1795300840000 } from './1795300840000-retention-progress.js';
export { Privacy1795300820000 } from './1795300820000-privacy.js';
export { auditSearch } from './audit-search.js';
export { dataRequests } from './data-requests.js';
export { personFiles } from './person-files.js';
export { privacyEntities } from './privacy.entity.js';
export { retentionStore } from './retention.store.js';
