import type { EntityManager } from 'typeorm';
import type { SandboxClockStore, SandboxMarks } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';
import { prepared } from '../prepared.js';

export function sandboxClockStore(manager: EntityManager): SandboxClockStore {
  return {
    async read() {
      const rows = await manager.query<{ now: string }[]>(
        `select ${instant('now')} as now from sandbox_clock`,
      );
      return rows[0]?.now ?? null;
    },
    async write(now) {
      await prepared(manager, STAND_AT, [now]);
    },
  };
}

const STAND_AT = {
  name: 'sandbox-clock-stand-at',
  text: `insert into sandbox_clock (only_row, now) values (true, $1) on conflict (only_row) do update set now = excluded.now`,
};

/** Which steps of the sandbox's loading are done. */
export function sandboxMarks(manager: EntityManager): SandboxMarks {
  return {
    async done() {
      const rows = await manager.query<{ step: string }[]>(`select step from sandbox_load`);
      return new Set(rows.map(({ step }) => step));
    },
    async mark(step, at) {
      await manager.query(`insert into sandbox_load (step, at) values ($1, $2) on conflict do nothing`, [
        step,
        at,
      ]);
    },
  };
}
