import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Brings an empty database to the newest schema. */
export type Migrate = (connectionString: string) => Promise<unknown>;

export interface TestDatabase {
  readonly connectionString: string;
  readonly name: string;
  /** Removes it, ending connections that a test forgot. */
  drop(): Promise<void>;
}

export interface TemplateOptions {
  readonly migrate: Migrate;
  /** Test files that prepare their template differently name it differently. */
  readonly template?: string;
  /** The server's maintenance database; the run's own server unless given. */
  readonly adminUrl?: string;
}

/** Any number, the same for all: guards the making of templates. */
const TEMPLATE_LOCK = 7_184_201;

/** A migrated database of one's own, cloned from a template that the first asker of the run migrates. */
export async function cloneTemplateDatabase(options: TemplateOptions): Promise<TestDatabase> {
  const adminUrl = options.adminUrl ?? testServer();
  const template = options.template ?? 'titian_template';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, async (admin) => {
    // Held over migrating and cloning: Postgres refuses to clone a database that somebody is connected to.
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(admin, adminUrl, template, options.migrate);
    // The default strategy copies through the log: with small databases it is the faster one, and no checkpoint is forced.
    await admin.query(`create database ${quoted(name)} template ${quoted(template)}`);
  });
  return { connectionString: urlOf(adminUrl, name), name, drop: () => dropDatabase(adminUrl, name) };
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(adminUrl = testServer()): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, (admin) => admin.query(`create database ${quoted(name)}`));
  return { connectionString: urlOf(adminUrl, name), name, drop: () => dropDatabase(adminUrl, name) };
}

async function ensureTemplate(admin: pg.Client, adminUrl: string, template: string, migrate: Migrate) {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (rowCount !== 0) return;
  // It gets its name only when it is migrated: a failed migration must not leave a half one for the next file.
  const half = `${template}_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${quoted(half)}`);
  try {
    await migrate(urlOf(adminUrl, half));
    await admin.query(`alter database ${quoted(half)} rename to ${quoted(template)}`);
  } catch (error) {
    await admin.query(`drop database if exists ${quoted(half)} with (force)`);
    throw error;
  }
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await onServer(adminUrl, (admin) => admin.query(`drop database if exists ${quoted(name)} with (force)`));
}

async function onServer(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function testServer(): string {
  const adminUrl = process.env['TITIAN_TEST_PG'];
  if (adminUrl) return adminUrl;
  throw new Error(
    'TITIAN_TEST_PG is not set: tests that need Postgres end in .int-spec.ts, .contract-spec.ts or .e2e-spec.ts.',
  );
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

const quoted = (name: string) => pg.escapeIdentifier(name);
