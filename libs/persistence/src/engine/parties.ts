import type { Transaction } from '#libs/engine';

export interface PartyRow {
  orgId: string;
  instanceId: string;
  role: string;
  partyOrg: string;
  personId: string | null;
}

/** Gives a role of an instance to one party instead of whoever had it, and its open tasks with it. */
export async function replaceParty(tx: Transaction, party: PartyRow): Promise<void> {
  const { orgId, instanceId, role } = party;
  await tx.query('delete from journey_party where org_id = $1 and instance_id = $2 and role = $3', [
    orgId,
    instanceId,
    role,
  ]);
  await addParty(tx, party);
}

/** Gives a role of an instance to one party more. */
export async function addParty(tx: Transaction, party: PartyRow): Promise<void> {
  const { orgId, instanceId, role, partyOrg, personId } = party;
  await tx.query(
    `insert into journey_party (org_id, instance_id, role, party_org, person_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [orgId, instanceId, role, partyOrg, personId],
  );
  await tx.query('select engine_assign_tasks_v1($1, $2, $3)', [orgId, instanceId, role]);
}
