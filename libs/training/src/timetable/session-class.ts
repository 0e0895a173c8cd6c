import { clusterValuesOf } from '#libs/curriculum';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { classNamesOf, type ConfirmedClass } from '../grouping/confirmed-classes.js';
import { basisOf } from '../grouping/known-gaps.js';
import { fault, type Fault } from '../refusal.js';
import { plain } from './clash-search.js';
import type { TimetableStore } from './timetable-store.port.js';

/** What a session of a cohort may call a class. */
export interface ClassesToName {
  confirmed: readonly ConfirmedClass[];
  /** Clusters without a confirmed class. */
  open: readonly string[];
}

/**
 * The confirmed classes; and clusters that have none: all of them as long as nothing is confirmed, else those that somebody
 * follows all the same.
 */
export async function classesToName(
  store: Pick<TimetableStore, 'classesOf' | 'membersOf'>,
  { id, pathway, clusterBy }: Pick<CohortRow, 'id' | 'pathway' | 'clusterBy'>,
): Promise<ClassesToName> {
  if (pathway !== 'cluster') return { confirmed: [], open: [] };
  const confirmed = await store.classesOf([id]);
  const rows = (await store.membersOf({ cohortIds: [id] })).filter(({ left }) => !left);
  const followed = rows.flatMap(({ journeyId, context }) =>
    classNamesOf({ journeyId, class: context.class }, confirmed),
  );
  const possible = confirmed.length > 0 ? [] : clusterValuesOf(basisOf(clusterBy));
  const taken = new Set(confirmed.flatMap(({ name, value }) => [name, value]));
  const open = [...new Set<string>([...possible, ...followed])].filter((one) => !taken.has(one));
  return { confirmed, open };
}

/** The name under which a session keeps its class: of a confirmed one, also for its cluster where that has no other. */
export function classNamed(named: string, { confirmed, open }: ClassesToName): string | Fault {
  const names = confirmed.map(({ name }) => name);
  const byName = names.find((name) => name === named) ?? names.find((name) => plain(name) === plain(named));
  if (byName !== undefined) return byName;
  const [only, another] = confirmed.filter(({ value }) => value === named);
  if (only && !another) return only.name;
  return open.includes(named) ? named : unknownClass([...names, ...open]);
}

function unknownClass(known: readonly string[]): Fault {
  const code = 'timetable.class_unknown';
  if (known.length === 0)
    return fault('class', code, 'Angkatan ini tidak dibagi menjadi kelas.', 'This cohort has no classes.');
  const list = known.join(', ');
  return fault(
    'class',
    code,
    `Sebutkan satu kelas angkatan ini dengan namanya. Yang ada: ${list}.`,
    `Name one class of this cohort. There is: ${list}.`,
  );
}
