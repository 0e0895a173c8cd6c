/** The guarded write of a whole unit; see the migration that made the function. */
export const WRITE = {
  name: 'engine-write',
  text: `select engine_write_v1($1::jsonb, $2::timestamptz) as written`,
};

/** What was refused, so that a repeat is refused alike. */
export const RECORD = {
  name: 'engine-record',
  text: `insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), $6, $7) on conflict do nothing`,
};
