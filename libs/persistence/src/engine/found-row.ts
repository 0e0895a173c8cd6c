import type { DeadlineRow, Found, InboxEntry, Standing } from '#libs/engine';

/** A row of the look, column by column. */
export interface FoundRow extends Omit<Standing, 'definition' | 'tally'> {
  key: string;
  version: number;
  tallyState: string | null;
  tallyLate: boolean | null;
  seen: InboxEntry | null;
  /** Absent where no deadline was asked for. */
  deadlineRow?: DeadlineRow | null;
}

export function foundOf(row: FoundRow): Found {
  const { orgId, id, key, version, snapshot, revision, head, personId, cohortId, links } = row;
  const tally = row.tallyState === null ? null : { state: row.tallyState, late: row.tallyLate === true };
  const definition = { key, version };
  return {
    instance: { orgId, id, definition, snapshot, revision, head, tally, personId, cohortId, links },
    seen: row.seen,
    deadline: row.deadlineRow ?? null,
  };
}
