import pg from 'pg';

const IN_USE = '55006';

/** Drops the database; false, with nothing done, while somebody is connected to it. */
export async function removeDatabase(server: { readonly adminUrl: string }, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === IN_USE) return false;
    throw error;
  } finally {
    await client.end();
  }
}
