import type { DataSource } from 'typeorm';
import type { Clock } from '#libs/engine';

const EVERY_MS = 5_000;
/** A reading that took longer than this says too little about the moment it was taken. */
const SLOWEST_READING_MS = 2000;

/**
 * The record's own time: every process of an installation counts by the clock of its Postgres, so that one whose
 * machine is minutes fast fires nothing before its day. Between readings the machine's clock carries on from the last.
 */
export class DatabaseClock implements Clock {
  /** Milliseconds by which Postgres is ahead of this machine. */
  private offset = 0;
  private timer: NodeJS.Timeout | null = null;

  private constructor(private readonly dataSource: Pick<DataSource, 'query'>) {}

  /** @throws when Postgres can't be asked: a process that knows no time must not begin. */
  static async start(dataSource: Pick<DataSource, 'query'>): Promise<DatabaseClock> {
    const clock = new DatabaseClock(dataSource);
    await clock.read();
    clock.timer = setInterval(() => {
      // Postgres away: the last reading goes on, and the next one mends it.
      clock.read().catch(() => undefined);
    }, EVERY_MS);
    clock.timer.unref();
    return clock;
  }

  now(): string {
    return new Date(Date.now() + this.offset).toISOString();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    const before = Date.now();
    const [row] = await this.dataSource.query<{ ms: number }[]>(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
    );
    const after = Date.now();
    if (!row || after - before > SLOWEST_READING_MS) return;
    this.offset = Math.round(row.ms - (before + after) / 2);
  }
}
