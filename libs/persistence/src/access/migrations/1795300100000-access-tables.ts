import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who there is, who may come in, and what was already answered. */
export class AccessTables1795300100000 implements MigrationInterface {
  name = 'AccessTables1795300100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table ${table}`);
  }
}

const TABLES = [
  'idempotency_key',
  'auth_session',
  'membership',
  'account',
  'person_data',
  'person',
  'organisation',
];

const ROLES = `'institute', 'centre', 'examiner', 'coach', 'mentor', 'participant', 'agency', 'lms', 'lan'`;

const UP: readonly string[] = [
  `create table organisation (
    id uuid primary key,
    code text not null unique,
    kind text not null check (kind in ('lan', 'institute', 'centre', 'agency')),
    name text not null,
    zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
  )`,
  `create table person (
    id uuid primary key,
    redacted_at timestamptz
  )`,
  // A row of its own: redaction deletes it, and whatever names the person by id stays whole.
  `create table person_data (
    person_id uuid primary key references person (id) on delete cascade,
    nip text unique,
    name text not null,
    birth_date date,
    sex text check (sex in ('male', 'female')),
    email text,
    phone text
  )`,
  `create table account (
    id uuid primary key,
    username text not null unique check (username = lower(username)),
    password_hash text not null,
    person_id uuid references person (id),
    sandbox boolean not null default false,
    disabled_at timestamptz
  )`,
  // A coach or mentor has a role in an organisation before anybody gives them an account.
  `create table membership (
    id uuid primary key,
    organisation_id uuid not null references organisation (id),
    role text not null check (role in (${ROLES})),
    account_id uuid references account (id) on delete cascade,
    person_id uuid references person (id),
    check (account_id is not null or person_id is not null),
    unique nulls not distinct (organisation_id, role, account_id, person_id)
  )`,
  `create index membership_by_account on membership (account_id)`,
  `create index membership_by_person on membership (person_id)`,
  `create table auth_session (
    token_hash text primary key,
    account_id uuid not null references account (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index auth_session_by_expiry on auth_session (expires_at)`,
  `create table idempotency_key (
    account_id uuid not null references account (id) on delete cascade,
    key text not null,
    fingerprint text not null,
    token uuid not null unique,
    status text not null check (status in ('running', 'answered')),
    lease_until timestamptz not null,
    created_at timestamptz not null,
    response_status integer,
    response_headers jsonb,
    response_body text,
    primary key (account_id, key),
    check (status = 'running' or response_status is not null)
  )`,
  `create index idempotency_key_by_age on idempotency_key (created_at)`,
];
