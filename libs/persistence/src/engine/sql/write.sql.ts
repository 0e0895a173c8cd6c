/** The guarded write of units; see the migration that made the function. */
export const WRITE = {
  name: 'engine-write',
  text: `select engine_write_v2($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as written`,
};

const ADVANCE_PARAMETERS = 52;

/** The guarded step of one instance that wrote one entry. */
export const ADVANCE = {
  name: 'engine-advance',
  text: `select engine_advance_v2(${Array.from({ length: ADVANCE_PARAMETERS }, (_, n) => `$${String(n + 1)}`).join(', ')}) as written`,
};

/** What was refused, so that a repeat is refused alike. */
export const RECORD = {
  name: 'engine-record',
  text: `insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), $6, $7) on conflict do nothing`,
};
