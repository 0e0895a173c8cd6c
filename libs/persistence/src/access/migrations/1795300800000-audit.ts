import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what: insert-only, in one chain of hashes, with a head that says how long it is. */
export class Audit1795300800000 implements MigrationInterface {
  name = 'Audit1795300800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_entry');
    await runner.query('drop table audit_head');
    await runner.query('drop function audit_is_insert_only');
  }
}

const UP: readonly string[] = [
  `create table audit_head (
    only_row boolean primary key default true check (only_row),
    n bigint not null check (n >= 0),
    hash bytea not null check (length(hash) = 32)
  ) with (fillfactor = 10)`,
  `insert into audit_head (n, hash) values (0, decode(repeat('0', 64), 'hex'))`,
  `create table audit_entry (
    n bigint primary key check (n > 0),
    id uuid not null unique,
    at timestamptz not null,
    recorded_at timestamptz not null,
    account_id uuid,
    person_id uuid,
    role text,
    actor_org uuid,
    acting_for uuid,
    action text not null,
    object_kind text,
    object_id text,
    subject uuid,
    org_id uuid,
    request_id text,
    once bytea unique,
    data jsonb,
    salt bytea,
    digest bytea not null check (length(digest) = 32),
    prev_hash bytea not null check (length(prev_hash) = 32),
    hash bytea not null check (length(hash) = 32),
    blanked_at timestamptz,
    check ((data is null) = (salt is null)),
    check ((data is null) = (blanked_at is not null)),
    check ((object_kind is null) = (object_id is null))
  )`,
  `create index audit_by_time on audit_entry (at desc, n desc)`,
  `create index audit_by_org on audit_entry (org_id, at desc, n desc) where org_id is not null`,
  `create index audit_by_actor_org on audit_entry (actor_org, at desc, n desc) where actor_org is not null`,
  `create index audit_by_subject on audit_entry (subject, at desc, n desc) where subject is not null`,
  `create index audit_by_person on audit_entry (person_id, at desc, n desc) where person_id is not null`,
  `create index audit_by_account on audit_entry (account_id, at desc, n desc) where account_id is not null`,
  // Blanking is the one change that an entry admits, and none where it says what was blanked.
  `create function audit_is_insert_only() returns trigger language plpgsql as $$
  declare
    erasable constant text[] := array['data', 'salt', 'blanked_at'];
  begin
    if tg_op = 'UPDATE' and old.action <> 'audit.blanked' and old.data is not null and new.data is null
      and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
      return new;
    end if;
    raise exception 'audit_entry is insert-only: % refused', tg_op using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger audit_keeps_rows before update or delete on audit_entry
    for each row execute function audit_is_insert_only()`,
  `create trigger audit_keeps_table before truncate on audit_entry
    for each statement execute function audit_is_insert_only()`,
];
