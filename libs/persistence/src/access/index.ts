export { accessStore } from './access-store.js';
export { auditStore } from './audit.store.js';
export { accessEntities } from './entities.js';
export { idempotencyStore } from './idempotency.store.js';
export { AccessTables1795300100000 } from './migrations/1795300100000-access-tables.js';
export { PeopleAndOrganisations1795300500000 } from './migrations/1795300500000-people-and-organisations.js';
export { Audit1795300800000 } from './migrations/1795300800000-audit.js';
