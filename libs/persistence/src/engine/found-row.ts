import type { DeadlineRow, Found, InboxEntry, Instance } from '#libs/engine';

/** A row of the look, column by column. */
interface InstanceRow extends Pick<
  Instance,
  | 'orgId'
  | 'id'
  | 'snapshot'
  | 'state'
  | 'status'
  | 'revision'
  | 'head'
  | 'personId'
  | 'cohortId'
  | 'links'
  | 'createdAt'
  | 'updatedAt'
> {
  key: string;
  version: number;
  action: string;
  owner: string;
  deadline: string | null;
  due: string | null;
  tallyState: string | null;
  tallyLate: boolean | null;
}

export interface FoundRow extends InstanceRow {
  seen: InboxEntry | null;
  deadlineRow: DeadlineRow | null;
}

function instanceOf(row: InstanceRow): Instance {
  const { orgId, id, snapshot, state, status, revision, head, personId, cohortId, links } = row;
  const { key, version, action, owner, deadline, due, tallyState, tallyLate, createdAt, updatedAt } = row;
  return {
    ...{
      orgId,
      id,
      snapshot,
      state,
      status,
      revision,
      head,
      personId,
      cohortId,
      links,
      createdAt,
      updatedAt,
    },
    definition: { key, version },
    next: { action, owner, deadline, due },
    tally: tallyState === null ? null : { state: tallyState, late: tallyLate === true },
  };
}

export function foundOf(row: FoundRow): Found {
  return { instance: instanceOf(row), seen: row.seen, deadline: row.deadlineRow };
}
