import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The product's own rows beside the engine's. Journeys are named by id only: the engine's tables stand on their own. */
export class TrainingTables1795300200000 implements MigrationInterface {
  name = 'TrainingTables1795300200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table ${table}`);
  }
}

const UP: readonly string[] = [
  `create table cohort (
    org_id uuid not null,
    id uuid primary key,
    kind text not null check (kind in ('training', 'assessment')),
    programme text,
    pathway text,
    cluster_by text,
    assessment_option text not null check (assessment_option in ('integrated', 'separate')),
    name text not null,
    zone text not null,
    starts_on date,
    ends_on date,
    stages jsonb,
    capacity integer check (capacity > 0),
    pilot_id text,
    versions jsonb not null,
    created_at timestamptz not null,
    check (kind = 'assessment' or (programme is not null and pathway is not null and starts_on is not null and ends_on is not null and stages is not null)),
    check (ends_on >= starts_on)
  )`,
  `create index cohort_by_org on cohort (org_id, id desc)`,
  `create table enrolment (
    org_id uuid not null,
    journey_id uuid primary key,
    cohort_id uuid not null references cohort (id),
    person_id uuid not null,
    agency_org_id uuid not null,
    entry text not null check (entry in ('incumbent', 'successor', 'alumnus', 'assessmentOnly')),
    post_level text not null,
    target_post_level text,
    unit text not null,
    post text not null,
    rank text not null,
    superior_nip text,
    participation_certificate text,
    entered_on date not null,
    created_at timestamptz not null,
    unique (cohort_id, person_id)
  )`,
  `create index enrolment_by_person on enrolment (person_id)`,
  `create table profile (
    org_id uuid not null,
    journey_id uuid not null,
    seq integer not null,
    event text not null,
    assessed_on date not null,
    profile jsonb not null,
    reason text,
    actor_id text not null,
    recorded_at timestamptz not null,
    primary key (journey_id, seq)
  )`,
  `create table course_progress (
    org_id uuid not null,
    journey_id uuid not null,
    course text not null,
    stage text not null,
    completed_on date,
    score numeric,
    progress numeric,
    primary key (journey_id, course, stage)
  )`,
  `create table session_log (
    org_id uuid not null,
    journey_id uuid not null,
    session integer not null,
    kind text not null check (kind in ('coaching', 'mentoring')),
    competency text not null,
    held_on date not null,
    ksa_items jsonb not null,
    note text,
    evidence text,
    actor_id text not null,
    logged_at timestamptz not null,
    confirmed_at timestamptz,
    voided_at timestamptz,
    void_reason text,
    primary key (journey_id, session)
  )`,
  `create table evaluation_score (
    org_id uuid not null,
    journey_id uuid not null,
    component text not null check (component in ('academic', 'fieldLearning', 'actualisation', 'attitude')),
    score numeric not null check (score between 0 and 100),
    indicator_ratings jsonb,
    actor_id text not null,
    scored_at timestamptz not null,
    primary key (journey_id, component)
  )`,
  `create table certificate_counter (
    org_id uuid not null,
    year integer not null,
    kind text not null,
    last integer not null,
    primary key (org_id, year, kind)
  )`,
  `create table certificate (
    org_id uuid not null,
    serial text primary key,
    kind text not null check (kind in ('completion', 'competency', 'participation')),
    ground text not null unique,
    journey_id uuid not null,
    instance_id uuid not null unique,
    person_id uuid not null,
    programme text,
    level integer not null,
    issued_on date not null,
    assessed_on date,
    valid_until date,
    legal_basis text,
    created_at timestamptz not null,
    revoked_at timestamptz,
    revoke_reason text,
    check ((revoked_at is null) = (revoke_reason is null))
  )`,
  `create index certificate_by_journey on certificate (journey_id)`,
  `create table feedback (
    org_id uuid not null,
    ground text primary key,
    journey_id uuid not null,
    addressee text not null check (addressee in ('agency', 'participant')),
    outcome text not null check (outcome in ('met', 'notMet')),
    unmet jsonb not null,
    round integer not null,
    next_level integer,
    issued_at timestamptz not null
  )`,
  `create index feedback_by_journey on feedback (journey_id)`,
  `create table talent_pool_entry (
    org_id uuid not null,
    ground text primary key,
    journey_id uuid not null,
    person_id uuid not null,
    agency_org_id uuid not null,
    outcome text not null check (outcome in ('met', 'notMet')),
    level integer not null,
    assessed_on date not null,
    valid_until date not null,
    entered_at timestamptz not null
  )`,
  `create index talent_pool_by_agency on talent_pool_entry (agency_org_id, ground)`,
  `create table development_hours (
    org_id uuid not null,
    ground text primary key,
    journey_id uuid not null,
    person_id uuid not null,
    on_date date not null,
    hours numeric not null check (hours >= 0),
    courses integer not null,
    programme text
  )`,
  `create index development_hours_by_person on development_hours (person_id, on_date)`,
  `create table notification (
    org_id uuid not null,
    ground text primary key,
    journey_id uuid not null,
    role text not null,
    person_id uuid,
    message text not null,
    params jsonb not null,
    at timestamptz not null,
    read_at timestamptz
  )`,
  `create index notification_by_journey on notification (journey_id)`,
  `create table import_batch (
    org_id uuid not null,
    id uuid primary key,
    cohort_id uuid not null references cohort (id),
    kind text not null check (kind in ('roster', 'profiles')),
    rows integer not null,
    accepted integer not null,
    rejected integer not null,
    actor_id text not null,
    at timestamptz not null
  )`,
  `create table sandbox_clock (
    only_row boolean primary key default true check (only_row),
    now timestamptz not null
  )`,
  `create table sandbox_load (
    step text primary key,
    at timestamptz not null
  )`,
];

const TABLES: readonly string[] = [
  'sandbox_load',
  'sandbox_clock',
  'import_batch',
  'notification',
  'development_hours',
  'talent_pool_entry',
  'feedback',
  'certificate',
  'certificate_counter',
  'evaluation_score',
  'session_log',
  'course_progress',
  'profile',
  'enrolment',
  'cohort',
];
