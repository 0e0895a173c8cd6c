import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import type { Due } from '#libs/calendar';
import type { BaseContext, DeadlineChange, Definition, StoredDeadline } from './definition.js';

type Ledger = Record<string, StoredDeadline>;

/** What stood before a step: the ledger, and what the context of then reckoned (null before the start). */
export interface Before {
  ledger: Ledger;
  context: BaseContext | null;
}

/**
 * XState's delay functions from the due dates: milliseconds from the stamped clock, never below zero.
 * Infinity is our sign for "no row now"; `undefined` would fire within the step.
 */
export function delaysOf<C extends BaseContext>(
  dues: Record<string, (context: C) => Due | null>,
): Record<string, (args: { context: C }) => number> {
  return Object.fromEntries(
    Object.entries(dues).map(([name, dueOf]) => [
      name,
      ({ context }: { context: C }) => {
        const due = dueOf(context);
        return due === null ? Infinity : Math.max(0, Date.parse(due.at) - Date.parse(context.now));
      },
    ]),
  );
}

/** Names of the delays that a node declares; several guarded branches of one delay count once. */
export function delayNamesOf(node: AnyStateNode): readonly string[] {
  let names = delayNames.get(node);
  if (!names) delayNames.set(node, (names = [...new Set(node.after.map(({ delay }) => String(delay)))]));
  return names;
}

const delayNames = new WeakMap<AnyStateNode, readonly string[]>();

/** The event that XState raises when the delay of a node runs out. */
export function afterEventType(name: string, node: string): string {
  return `xstate.after.${name}.${node}`;
}

/**
 * Reckons every deadline of the active states again from its anchors and says what changed in the ledger.
 *
 * A fired deadline stays fired until its state is entered anew or its reckoned due moves past the one that fired.
 * `entered` holds the ids of the delayed raises of this step: re-entry replaces the row with a new token.
 */
export function reckon(
  definition: Definition<BaseContext>,
  snapshot: AnyMachineSnapshot,
  before: Before,
  entered: ReadonlySet<string>,
): { ledger: Ledger; changes: DeadlineChange[] } {
  const ledger: Ledger = {};
  const changes: DeadlineChange[] = [];
  for (const node of snapshot._nodes) {
    for (const name of delayNamesOf(node)) {
      if (ledger[name]) throw new Error(`deadline ${name} belongs to two active states of ${definition.key}`);
      const due = dueOf(definition, name, snapshot.context as BaseContext);
      const old = before.ledger[name]?.node === node.id ? before.ledger[name] : undefined;
      const isNew = entered.has(afterEventType(name, node.id));
      const kept = settle(old, isNew, node.id, due);
      if (kept) ledger[name] = kept;
      const isWordedAnew = () => !isSameDue(due, before.context && dueOf(definition, name, before.context));
      changes.push(...changeOf(name, before.ledger[name], kept, due, { isNew, isWordedAnew }));
    }
  }
  for (const [name, old] of Object.entries(before.ledger)) {
    const gone = !snapshot._nodes.some((node) => delayNamesOf(node).includes(name));
    if (gone && old.status === 'armed') changes.push({ op: 'cancel', name });
  }
  return { ledger, changes };
}

/** A reschedule may name the very instant that was due: the row then tells its reason all the same. */
function isSameDue(due: Due | null, before: Due | null): boolean {
  return due?.on === before?.on && due?.why.id === before?.why.id && due?.why.en === before?.why.en;
}

function dueOf(definition: Definition<BaseContext>, name: string, context: BaseContext): Due | null {
  const reckonDue = definition.dues[name];
  if (!reckonDue) throw new Error(`${definition.key} v${definition.version} has no due date for ${name}`);
  return reckonDue(context);
}

function settle(
  old: StoredDeadline | undefined,
  isNew: boolean,
  node: string,
  due: Due | null,
): StoredDeadline | undefined {
  const stillFired = old?.status === 'fired' && !isNew && (due === null || due.at <= old.due);
  if (stillFired) return old;
  return due === null ? undefined : { node, due: due.at, status: 'armed' };
}

function changeOf(
  name: string,
  old: StoredDeadline | undefined,
  kept: StoredDeadline | undefined,
  due: Due | null,
  { isNew, isWordedAnew }: { isNew: boolean; isWordedAnew: () => boolean },
): DeadlineChange[] {
  const wasArmed = old?.status === 'armed';
  if (!kept || due === null) return wasArmed ? [{ op: 'cancel', name }] : [];
  if (kept.status === 'fired') return [];
  const row = { name, due: due.at, on: due.on, why: due.why };
  if (!wasArmed) return [{ op: 'arm', ...row }];
  if (isNew || old.node !== kept.node)
    return [
      { op: 'cancel', name },
      { op: 'arm', ...row },
    ];
  return old.due === kept.due && !isWordedAnew() ? [] : [{ op: 'move', ...row }];
}
