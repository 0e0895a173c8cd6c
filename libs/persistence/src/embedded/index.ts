export { barePostgres, type BarePostgres, type BarePostgresOptions } from './bare-postgres.js';
export { ensureDatabase } from './ensure-database.js';
export { removeDatabase } from './remove-database.js';
export { startEmbeddedPostgres } from './embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
