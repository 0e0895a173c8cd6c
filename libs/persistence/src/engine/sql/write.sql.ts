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

/** Rows of a unit that spans time carry the time of their own entry, not that of the last. */
export const BACKDATE = {
  name: 'engine-backdate',
  text: `with own as (select seq, at from event where org_id = $1 and instance_id = $2),
      fired as (update deadline set fired_at = own.at from own
        where deadline.org_id = $1 and deadline.instance_id = $2 and status = 'fired' and closed_by_seq = own.seq),
      flagged as (update flag set at = own.at from own
        where flag.org_id = $1 and flag.instance_id = $2 and flag.seq = own.seq)
    update task set opened_at = own.at from own
      where task.org_id = $1 and task.instance_id = $2 and opened_by_seq = own.seq`,
};
