import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** One phase of a round. */
export interface Reading {
  seconds: number;
  perSecond: number;
  /** CPU of this process and of the server's backends, in microseconds for each of what was done. */
  node: number;
  postgres: number;
}

/** Linux counts the time of other processes in hundredths of a second. */
const TICK_MICROS = 10_000;

/** Measures what is done on one database: wall time, and CPU on both sides of the connections. */
export class Meter {
  constructor(private readonly admin: Client) {}

  /** @param count how many are done by the work. */
  async read(count: number, work: () => Promise<unknown>): Promise<Reading> {
    await this.admin.query('checkpoint');
    const before = await this.backends();
    const own = process.cpuUsage();
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(own);
    let postgres = 0;
    // A backend that is gone had been idle for long; one that is new worked for us alone.
    for (const [pid, micros] of await this.backends()) postgres += micros - (before.get(pid) ?? 0);
    return {
      seconds,
      perSecond: count / seconds,
      node: (user + system) / count,
      postgres: postgres / count,
    };
  }

  /** CPU of each backend so far, by its process; NaN where there is no /proc. */
  private async backends(): Promise<Map<number, number>> {
    const { rows } = await this.admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return new Map(
      await Promise.all(rows.map(async ({ pid }): Promise<[number, number]> => [pid, await microsOf(pid)])),
    );
  }
}

async function microsOf(pid: number): Promise<number> {
  if (process.platform !== 'linux') return NaN;
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  // The second field is the name in parentheses and may hold blanks; utime and stime are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MICROS;
}
