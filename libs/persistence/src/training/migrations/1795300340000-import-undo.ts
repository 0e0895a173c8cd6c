import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an upload changed of people who were there before, so that it can be set back; where in the file its rows stood. */
export class ImportUndo1795300340000 implements MigrationInterface {
  name = 'ImportUndo1795300340000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  `alter table import_batch add column source jsonb, add column notes jsonb not null default '[]'`,
  `create table import_change (
    batch_id uuid not null references import_batch (id),
    row integer not null,
    person_id uuid not null,
    journey_id uuid,
    changes jsonb not null,
    primary key (batch_id, row)
  )`,
  `create index import_change_by_person on import_change (person_id)`,
  `create index import_change_by_journey on import_change (journey_id)`,
  `create index import_row_by_journey on import_row (journey_id)`,
];

const DOWN: readonly string[] = [
  `drop index import_row_by_journey`,
  `drop table import_change`,
  `alter table import_batch drop column source, drop column notes`,
];
