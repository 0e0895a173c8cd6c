import type { PersonalData } from '#libs/access';
import type { Fault } from '../refusal.js';
import type { EnrolmentChange } from '../roster/enrolment-store.port.js';
import type { ChangesOfRow, ImportBatch, ImportedRow } from './import-store.port.js';
import { changedSince, formerOf } from './row-changes.js';
import type { UndoLine } from './undo-plan.js';
import { rowObstacle, wentOn } from './undo-refusals.js';
import type { FollowedBy, UndoStore } from './undo-store.port.js';

/**
 * A journey that the batch began ends, while nothing has followed its start. What the batch changed of people who were
 * enrolled before is set back, while it still is as the batch left it, whatever else went on: a change of unit or post
 * moves no standard. Of somebody who was known, and enrolled by the batch, newer personal data stay.
 */
export async function rosterLines(store: UndoStore, batch: ImportBatch): Promise<UndoLine[]> {
  const facts = await factsOf(store, batch);
  return facts.rows.flatMap((row) => {
    if (row.outcome === 'created' && row.journeyId !== null) return [withdrawn(facts, row)];
    const changes = facts.changes.get(row.row);
    return changes ? [restored(facts, row, changes)] : [];
  });
}

interface Facts {
  rows: ImportedRow[];
  changes: ReadonlyMap<number, ChangesOfRow>;
  journeys: Awaited<ReturnType<UndoStore['journeys']>>;
  people: Awaited<ReturnType<UndoStore['people']>>;
  enrolments: Awaited<ReturnType<UndoStore['enrolments']>>;
  followed: ReadonlyMap<string, FollowedBy>;
}

async function factsOf(store: UndoStore, batch: ImportBatch): Promise<Facts> {
  const rows = await store.rows(batch.id);
  const changes = await store.changes(batch.id);
  const begun = rows.flatMap(({ outcome, journeyId }) =>
    outcome === 'created' && journeyId ? [journeyId] : [],
  );
  const changed = changes.flatMap(({ journeyId }) => journeyId ?? []);
  // Locked in this order wherever more than one is: journeys before people.
  const journeys = await store.journeys([...new Set([...begun, ...changed])].sort());
  const people = await store.people(changes.map(({ personId }) => personId));
  const enrolments = await store.enrolments(changed);
  const followed = new Map<string, FollowedBy>();
  for (const one of await store.followedBy(batch.id, begun))
    if (!followed.has(one.journeyId)) followed.set(one.journeyId, one);
  return {
    rows,
    changes: new Map(changes.map((one) => [one.row, one])),
    journeys,
    people,
    enrolments,
    followed,
  };
}

function withdrawn({ changes, journeys, people, followed }: Facts, of: ImportedRow): UndoLine {
  const { row, participantId, journeyId } = of;
  const after = followed.get(journeyId ?? '');
  const change = changes.get(row);
  const now = people.get(change?.personId ?? '');
  return {
    ...{ row, participantId, journeyId, action: 'withdraw' },
    revision: journeys.get(journeyId ?? '')?.revision ?? null,
    person: change && now ? formerOf<PersonalData>(change.changes.person, now) : {},
    enrolment: {},
    obstacle: after ? wentOn(row, after) : null,
  };
}

function restored({ journeys, people, enrolments }: Facts, of: ImportedRow, change: ChangesOfRow): UndoLine {
  const { row, participantId } = of;
  const { personId, journeyId, changes } = change;
  const person = people.get(personId);
  const enrolment = enrolments.get(journeyId ?? '');
  const newer = [
    ...(person ? changedSince<PersonalData>(changes.person, person) : []),
    ...(enrolment ? changedSince<EnrolmentChange>(changes.enrolment, enrolment) : []),
  ];
  return {
    ...{ row, participantId: participantId ?? personId, journeyId, action: 'restore' },
    revision: journeys.get(journeyId ?? '')?.revision ?? null,
    person: person ? formerOf<PersonalData>(changes.person, person) : {},
    enrolment: enrolment ? formerOf<EnrolmentChange>(changes.enrolment, enrolment) : {},
    obstacle: person ? changedAgain(row, newer) : redacted(row),
  };
}

/** As the contract calls the columns. */
const COLUMN: Partial<Record<string, string>> = { agencyOrgId: 'agencyCode' };

function changedAgain(row: number, fields: readonly string[]): Fault | null {
  if (fields.length === 0) return null;
  const columns = fields.map((field) => COLUMN[field] ?? field);
  const list = columns.join(', ');
  const message = {
    id: `Baris ${String(row)}: ${list} sudah diubah lagi sesudah impor ini.`,
    en: `Row ${String(row)}: ${list} has been changed again since this import.`,
  };
  return rowObstacle(row, 'row.changed_since', message, columns[0]);
}

function redacted(row: number): Fault {
  return rowObstacle(row, 'person.redacted', {
    id: `Baris ${String(row)}: data orang ini sudah dihapus; tidak ada nilai yang dapat dikembalikan.`,
    en: `Row ${String(row)}: this person's data were redacted; there is no value to bring back.`,
  });
}
