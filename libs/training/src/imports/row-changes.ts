import type { PersonalData } from '#libs/access';
import type { EnrolmentChange } from '../roster/enrolment-store.port.js';

/** Former and new value, by field; only fields that differ. */
export type Changes<T> = { [Field in keyof T]?: readonly [from: T[Field], to: T[Field]] };

/** What one row of a roster changed of what was there before it. */
export interface RowChanges {
  person: Changes<PersonalData>;
  enrolment: Changes<EnrolmentChange>;
}

/** What `after` changes of `before`; everything that is only in `before` stays. */
export function changesOf<T extends object>(before: T, after: Partial<T>): Changes<T> {
  const fields = Object.keys(after) as (keyof T)[];
  const changed = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    changed.map((field) => [field, [before[field], after[field]] as const]),
  ) as unknown as Changes<T>;
}

/** The fields that are no longer as they were left. */
export function changedSince<T extends object>(changes: Changes<T>, now: T): (keyof T)[] {
  return fieldsOf(changes).filter((field) => now[field] !== changes[field]?.[1]);
}

/** The former values, of the fields that still are as they were left. */
export function formerOf<T extends object>(changes: Changes<T>, now: T): Partial<T> {
  const standing = fieldsOf(changes).filter((field) => now[field] === changes[field]?.[1]);
  return Object.fromEntries(standing.map((field) => [field, changes[field]?.[0]])) as Partial<T>;
}

export function fieldsOf<T extends object>(changes: Changes<T>): (keyof T)[] {
  return Object.keys(changes) as (keyof T)[];
}
