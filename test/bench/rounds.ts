/** What is done in each round. */
export type Phase<Reading> = () => Promise<Reading>;

export interface Phases<Reading> {
  ours: Phase<Reading>;
  floor: Phase<Reading>;
  dbos?: Phase<Reading>;
}

export type Sides<Reading> = Record<keyof Phases<Reading>, Reading[]>;

/** All in turns, and who begins changes too: what disturbs the machine, or warms it, disturbs each. */
export async function interleaved<Reading>(rounds: number, phases: Phases<Reading>): Promise<Sides<Reading>> {
  const read: Sides<Reading> = { ours: [], floor: [], dbos: [] };
  const sides = (['floor', 'ours', 'dbos'] as const).filter((side) => phases[side]);
  for (let round = 0; round < rounds; round += 1) {
    const turns = sides.map((_, turn) => sides[(round + turn) % sides.length] ?? 'ours');
    for (const side of turns) read[side].push(await (phases[side] ?? phases.ours)());
  }
  return read;
}

/** Any number of lanes over one list, as a server with that many requests in flight. */
export async function inFlight<Item>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
