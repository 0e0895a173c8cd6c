/** What is done in each round; `side` tells the two apart. */
export type Phase<Reading> = (round: number) => Promise<Reading>;

export interface Sides<Reading> {
  ours: Reading[];
  floor: Reading[];
}

/** The two in turns, and who begins changes too: what disturbs the machine, or warms it, disturbs both. */
export async function interleaved<Reading>(
  rounds: number,
  ours: Phase<Reading>,
  floor: Phase<Reading>,
): Promise<Sides<Reading>> {
  const read: Sides<Reading> = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const turns = round % 2 === 0 ? (['floor', 'ours'] as const) : (['ours', 'floor'] as const);
    for (const turn of turns) read[turn].push(await (turn === 'ours' ? ours : floor)(round));
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
