export { createDataSource, type DataSourceOptions } from './data-source.js';
export { entities } from './entities.js';
export { migrate, NewerSchemaError } from './migrate.js';
export { schemaState, type SchemaState } from './schema-state.js';
export { migrations } from './migrations.js';
export * from './engine/index.js';
export { isBroken } from './engine/postgres-errors.js';
export {
  accessStore,
  auditStore,
  failureLedger,
  idempotencyStore,
  linkStore,
  oidcStore,
  secondFactorStore,
  signInStore,
  tokenStore,
} from './access/index.js';
export * from './training/index.js';
export * from './embedded/index.js';
export { readAsCallers } from './rows/caller-rows.js';
export { namedRows } from './rows/named-rows.js';
export { ACCOUNT_COLUMNS, CALLER_SETTINGS, OPEN_TABLES, READER, ROW_POLICIES } from './rows/row-policies.js';
export { auditSearch, dataRequests, personFiles, retentionStore } from './privacy/index.js';
