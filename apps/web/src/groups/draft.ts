/** A group as it is being arranged; its name tells it apart. */
export interface DraftGroup {
  name: string;
  /** Journeys, in their order. */
  members: readonly string[];
  /** Why it was proposed like this. */
  about: string;
  coach: { id: string; name: string } | null;
  /** The cluster whose class it is; null for a coaching group. */
  value: string | null;
}

/** A move of one person, newest first in a list of them. */
export interface Move {
  member: string;
  from: string;
  to: string;
}

/** Nobody is in two groups, and a move to where one is already is none. */
export function moved(groups: readonly DraftGroup[], member: string, to: string): DraftGroup[] {
  const target = groups.find(({ name }) => name === to);
  if (!target || target.members.includes(member)) return [...groups];
  return groups.map((group) =>
    group.name === to
      ? { ...group, members: [...group.members, member] }
      : { ...group, members: group.members.filter((one) => one !== member) },
  );
}

export function groupOf(groups: readonly DraftGroup[], member: string): string | null {
  return groups.find(({ members }) => members.includes(member))?.name ?? null;
}

/** As a question about a move wants them: everybody where he is before it. */
export function asDrafts(groups: readonly DraftGroup[]): { name: string; members: string[] }[] {
  return groups.map(({ name, members }) => ({ name, members: [...members] }));
}
