import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openMailIncidents } from '../mail-incident.sql.js';

/** A letter that was given up is an incident like any other: it has an owner and can be tried again. */
export class MailIncidents1795300400000 implements MigrationInterface {
  name = 'MailIncidents1795300400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident drop constraint incident_kind_check`);
    await runner.query(
      `alter table incident add constraint incident_kind_check check (kind in ('message', 'deadline', 'effect', 'mail'))`,
    );
    await runner.query(openMailIncidents('mail'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from incident_retry using incident where incident.id = incident_id and incident.kind = 'mail'`,
    );
    await runner.query(`delete from incident where kind = 'mail'`);
    await runner.query(`alter table incident drop constraint incident_kind_check`);
    await runner.query(
      `alter table incident add constraint incident_kind_check check (kind in ('message', 'deadline', 'effect'))`,
    );
  }
}
