/** The guarded write of units; see the migration that made the function. */
export const WRITE = {
  name: 'engine-write',
  text: `select engine_write_v2($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as written`,
};

/** The guarded step of one instance that wrote one entry. */
export const ADVANCE = {
  name: 'engine-advance',
  text: `select engine_advance_v2(${parameters(52)}) as written`,
};

/** The same of many. */
export const ADVANCE_MANY = {
  name: 'engine-advance-many',
  text: `select engine_advance_many_v1(${parameters(64)}) as written`,
};

function parameters(count: number): string {
  return Array.from({ length: count }, (_, n) => `$${String(n + 1)}`).join(', ');
}

/** What was refused, so that a repeat is refused alike. */
export const RECORD = {
  name: 'engine-record',
  text: `insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), $6, $7) on conflict do nothing`,
};
