import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units of an agency, accreditation of centres, more roles, since when somebody has one, and which one a session goes by. */
export class PeopleAndOrganisations1795300500000 implements MigrationInterface {
  name = 'PeopleAndOrganisations1795300500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const ROLES_BEFORE = `'institute', 'centre', 'examiner', 'coach', 'mentor', 'participant', 'agency', 'lms', 'lan'`;
const NEW_ROLES = `'superior', 'admin', 'operator'`;

const UP: readonly string[] = [
  `alter table membership
    drop constraint membership_role_check,
    add constraint membership_role_check check (role in (${ROLES_BEFORE}, ${NEW_ROLES})),
    add column since timestamptz,
    add column given_by uuid references account (id) on delete set null`,
  `create index membership_by_organisation on membership (organisation_id, role)`,
  // What a role was until it ended: the roles that count stay alone in their table.
  `create table past_membership (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    role text not null,
    account_id uuid references account (id) on delete cascade,
    person_id uuid references person (id),
    since timestamptz,
    given_by uuid references account (id) on delete set null,
    until timestamptz not null,
    ended_by uuid references account (id) on delete set null,
    reason text not null
  )`,
  `create index past_membership_by_organisation on past_membership (organisation_id, until)`,
  `create index past_membership_by_person on past_membership (person_id)`,
  `alter table organisation
    add column parent_id uuid references organisation (id),
    add constraint organisation_not_its_own_unit check (parent_id <> id)`,
  `create index organisation_by_parent on organisation (parent_id) where parent_id is not null`,
  // Two moves at the same moment could close a circle that neither sees: one at a time.
  `create function organisation_keeps_a_tree() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtext('organisation tree'));
    if new.kind <> 'agency' or not exists (
      select from organisation parent where parent.id = new.parent_id and parent.kind = new.kind)
    then raise exception 'only an agency has units, and they are agencies' using errcode = 'check_violation';
    end if;
    if exists (
      with recursive above as (
        select id, parent_id from organisation where id = new.parent_id
        union select up.id, up.parent_id from organisation up join above on up.id = above.parent_id)
      select from above where id = new.id)
    then raise exception 'an organisation is not a unit of its own units' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger organisation_keeps_a_tree before insert or update of parent_id, kind on organisation
    for each row when (new.parent_id is not null) execute function organisation_keeps_a_tree()`,
  // Categories and how long each holds: A five years, B three, C two (BKN, proses akreditasi).
  `create table accreditation (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    category text not null check (category in ('A', 'B', 'C')),
    number text not null check (number <> ''),
    valid_from date not null,
    valid_until date not null,
    check (valid_until >= valid_from),
    unique (organisation_id, number)
  )`,
  `alter table auth_session add column membership_id uuid references membership (id) on delete set null`,
  `create index auth_session_by_membership on auth_session (membership_id) where membership_id is not null`,
  `create index auth_session_by_account on auth_session (account_id)`,
];

const DOWN: readonly string[] = [
  `drop index auth_session_by_account`,
  `alter table auth_session drop column membership_id`,
  `drop table accreditation`,
  `drop trigger organisation_keeps_a_tree on organisation`,
  `drop function organisation_keeps_a_tree()`,
  `alter table organisation drop column parent_id`,
  `drop table past_membership`,
  `drop index membership_by_organisation`,
  `delete from membership where role in (${NEW_ROLES})`,
  `alter table membership
    drop column since,
    drop column given_by,
    drop constraint membership_role_check,
    add constraint membership_role_check check (role in (${ROLES_BEFORE}))`,
];
