import { useState } from 'react';
import { groupOf, moved, type DraftGroup } from './draft.js';
import type { Member } from './groups.js';
import type { CostedMove } from './moves.js';

/** Groups as they are being arranged, and how they came to differ from what was proposed. */
export function useDraft(
  members: readonly Member[],
  proposed: () => DraftGroup[],
  /** Reckons a move before it is made; one that may not be is taken back at once, and the list of changes says why. */
  costOf: (groups: DraftGroup[], member: string, to: string) => CostedMove['cost'] = () => null,
) {
  const [groups, setGroups] = useState(proposed);
  const [moves, setMoves] = useState<CostedMove[]>([]);
  const people = new Map(members.map((one) => [one.journeyId, one]));
  const move = (member: string, to: string) => {
    const from = groupOf(groups, member);
    if (from === null || from === to) return;
    const cost = costOf(groups, member, to);
    setGroups(moved(groups, member, to));
    cost?.catch(() => setGroups((known) => moved(known, member, from)));
    setMoves((known) => [{ key: `${String(known.length)} ${member}`, member, from, to, cost }, ...known]);
  };
  return {
    groups,
    setGroups,
    moves,
    move,
    memberOf: (id: string) => people.get(id) ?? { name: '', agency: '' },
    nameOf: (id: string) => people.get(id)?.name ?? '',
  };
}
