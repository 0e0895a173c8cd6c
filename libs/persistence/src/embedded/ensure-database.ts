import pg from 'pg';

const DUPLICATE = new Set(['42P04', '23505']);

/** Creates the database unless it is there. Safe when several processes ask at once. */
export async function ensureDatabase(server: { readonly adminUrl: string }, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!DUPLICATE.has((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
