import pg from 'pg';

const HOLDER = 'titian-holder';

/**
 * One open connection says "I use this server". The last holder to let go stops it; a holder that was killed lets go by dying,
 * which no file of ours could know.
 */
export interface Hold {
  /** Lets go; true when nobody else holds the server. */
  release(): Promise<boolean>;
}

export async function holdServer(adminUrl: string, log: (line: string) => void): Promise<Hold> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: HOLDER,
    keepAlive: true,
  });
  let isReleased = false;
  client.on('error', (error) => {
    if (!isReleased) log(`The embedded Postgres went away: ${error.message}`);
  });
  await client.connect();
  // A process that has nothing else to do may end: the server stays, and the next start finds it.
  const waiting = client as unknown as { ref(): void; unref(): void };
  waiting.unref();
  return {
    async release() {
      isReleased = true;
      // Else a process that only waits for this answer would end before it comes.
      waiting.ref();
      const others = await countOthers(client).catch(() => 0);
      await client.end().catch(() => undefined);
      return others === 0;
    },
  };
}

async function countOthers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
    [HOLDER],
  );
  return rows[0]?.others ?? 0;
}
