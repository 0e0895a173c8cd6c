import type { DataSource } from 'typeorm';
import type { NamedRow, NamedRows } from '#libs/access';
import { run } from '../engine/connection.js';
import { readersOf } from './caller-rows.js';
import { CALLER_SETTINGS } from './row-policies.js';

const ASK = {
  name: 'named-rows',
  text: 'select named_rows_v1($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as shown',
};

/** Asks as the reader, whatever the request itself may read. */
export function namedRows(dataSource: DataSource): NamedRows {
  return {
    async shows(identity, things: readonly NamedRow[]) {
      const { rows } = await run<{ shown: boolean }>(readersOf(dataSource), ASK, [
        CALLER_SETTINGS,
        CALLER_SETTINGS.map((name) => identity[name] ?? ''),
        things.map(({ thing }) => thing),
        things.map(({ id }) => id),
        things.map(({ within }) => within),
      ]);
      return rows[0]?.shown === true;
    },
  };
}
