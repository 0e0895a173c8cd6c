export { AuditSearch1795300810000 } from './1795300810000-audit-search.js';
export { auditSearch } from './audit-search.js';
