export { actionName, isNamed, KNOWN_ACTIONS } from './action-words.js';
export { idsOf } from './changes.js';
export type { AuditLine, AuditNames, AuditPage, AuditSearch } from './audit-search.port.js';
export { auditLineView, auditSheet, type AuditLineView } from './audit-view.js';
