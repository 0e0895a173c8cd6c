import type { Instance } from '../engine-store.port.js';
import { differences, type Difference } from './differences.js';
import { faultsOf, type Fault } from './fault.js';
import type { Replayed } from './replayed.js';

/** Where the stored instance differs from what its log folds to. */
export function instanceDifferences({ record: { instance }, last, view }: Replayed): Difference[] {
  const compare = (path: string, stored: unknown, folded: unknown) => differences(path, stored, folded);
  return [
    ...compare('snapshot', instance.snapshot, view.stored),
    ...compare('state', instance.state, view.state),
    ...compare('status', instance.status, view.status),
    ...compare('next', instance.next, view.next),
    ...compare('tally', instance.tally, view.tally),
    ...compare('definition.version', instance.definition.version, last.entry.definitionVersion),
    ...compare('updatedAt', instance.updatedAt, last.entry.at),
  ];
}

/** The whole row of the instance against the fold, and that whoever is under way has somebody who acts by a date. */
export function checkInstance(replayed: Replayed): Fault[] {
  const { instance } = replayed.record;
  const fault = faultsOf(instance.id);
  const differing = instanceDifferences(replayed).map(({ path, stored, folded }) =>
    fault('instance.differs', path, { expected: folded, found: stored }),
  );
  const missing = missingNext(replayed);
  return missing.length === 0
    ? differing
    : [...differing, fault('next.missing', missing.join(', '), { found: instance.state.join(' · ') })];
}

function missingNext({ record: { instance }, last: { definition, stored } }: Replayed): string[] {
  if (instance.status !== 'live') return [];
  const { state } = instance;
  if (definition.mayRest?.(stored.machine.context as never, state) === true) return [];
  return lackingOf(instance.next);
}

function lackingOf({ action, owner, due }: Instance['next']): string[] {
  const none = (text: string) => text === '' || text === 'none';
  const lacking: [string, boolean][] = [
    ['owner', none(owner)],
    ['action', none(action)],
    ['date', due === null],
  ];
  return lacking.filter(([, lacks]) => lacks).map(([name]) => name);
}
