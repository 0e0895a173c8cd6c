import type { Project } from './engine-store.port.js';
import type { Entry, Projection } from './ports.js';

/** The entries that some projection asks for. */
export function wantedOf(projections: Projection[], entries: Entry[]): Entry[] {
  if (projections.length === 0) return [];
  return entries.filter((entry) => projections.some((one) => wants(one, entry)));
}

/**
 * Hands entries to the projections that want them: those of one instance one after another, in the order of its log,
 * those of many instances together where a projection can take them so.
 */
export function projectWith(projections: Projection[]): Project {
  return async (entries, tx) => {
    for (const round of roundsOf(entries)) {
      for (const projection of projections) {
        const wanted = round.filter((entry) => wants(projection, entry));
        if (wanted.length > 1 && projection.projectMany) await projection.projectMany(wanted, tx);
        else for (const entry of wanted) await projection.project(entry, tx);
      }
    }
  };
}

function wants(projection: Projection, { definition, type }: Entry): boolean {
  return projection.wants(definition.key, type);
}

/** The first entry of each instance, then the second of each, and so on. */
function roundsOf(entries: Entry[]): Entry[][] {
  const rounds: Entry[][] = [];
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const place = seen.get(entry.instanceId) ?? 0;
    seen.set(entry.instanceId, place + 1);
    (rounds[place] ??= []).push(entry);
  }
  return rounds;
}
