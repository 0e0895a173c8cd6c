import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What signing in keeps besides sessions: failures, places that are known, ways back in, second factors, tokens. */
export class SignIn1795300600000 implements MigrationInterface {
  name = 'SignIn1795300600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  `alter table auth_session
     add column id uuid not null default gen_random_uuid() unique,
     add column address text,
     add column agent text,
     add column used_at timestamptz`,
  // As rate-limiter-flexible writes it: it is told that the table is there, and never makes one.
  `create table sign_in_failure (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  )`,
  `create index sign_in_failure_by_expiry on sign_in_failure (expire)`,
  // An address or a device from which an account was signed in to before; the device's token only as a hash.
  `create table known_place (
    account_id uuid not null references account (id) on delete cascade,
    kind text not null check (kind in ('address', 'device')),
    hash text not null,
    seen_at timestamptz not null,
    primary key (account_id, kind, hash)
  )`,
  `create index known_place_by_age on known_place (seen_at)`,
  // A link by which a password is set: after forgetting it, or for the first time.
  `create table password_link (
    id uuid primary key,
    token_hash text not null unique,
    account_id uuid not null references account (id) on delete cascade,
    purpose text not null check (purpose in ('recovery', 'invitation')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index password_link_by_account on password_link (account_id, created_at)`,
  // The secret is sealed with the installation's own; a step of time that was used is never taken again.
  `create table second_factor (
    account_id uuid primary key references account (id) on delete cascade,
    sealed_secret text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
  )`,
  `create table recovery_code (
    account_id uuid not null references second_factor (account_id) on delete cascade,
    code_hash text not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
  )`,
  // Between the password and the second factor.
  `create table sign_in_challenge (
    token_hash text primary key,
    account_id uuid not null references account (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `alter table organisation add column second_factor_required boolean not null default false`,
  `create table api_token (
    id uuid primary key,
    token_hash text not null unique,
    account_id uuid not null references account (id) on delete cascade,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index api_token_by_account on api_token (account_id)`,
  `create table oidc_identity (
    issuer text not null,
    subject text not null,
    account_id uuid not null references account (id) on delete cascade,
    created_at timestamptz not null,
    primary key (issuer, subject)
  )`,
  `create index oidc_identity_by_account on oidc_identity (account_id)`,
];

const DOWN: readonly string[] = [
  'drop table oidc_identity',
  'drop table api_token',
  'alter table organisation drop column second_factor_required',
  'drop table sign_in_challenge',
  'drop table recovery_code',
  'drop table second_factor',
  'drop table password_link',
  'drop table known_place',
  'drop table sign_in_failure',
  'alter table auth_session drop column id, drop column address, drop column agent, drop column used_at',
];
