export { actionName, KNOWN_ACTIONS } from './action-words.js';
export type { AuditLine, AuditPage, AuditSearch } from './audit-search.port.js';
export { auditLineView, auditSheet, type AuditLineView } from './audit-view.js';
