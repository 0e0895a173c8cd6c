import { besideFloor, type Figure } from './figure.js';
import { interleaved } from './rounds.js';
import type { Sizes } from './run.js';
import { median } from './statistics.js';

/** Asks for one page, and fails where it isn't given. */
export type Look = () => Promise<unknown>;

interface Compared {
  aim: number;
  /** Of the two records or cohorts, the larger first. */
  about: string;
  atMost: number;
}

/** The median of a look at the larger beside that at the smaller, for each of their pages in turn. */
export async function compareLooks<Name extends string>(
  { rounds, looks }: Pick<Sizes, 'rounds' | 'looks'>,
  { aim, about, atMost }: Compared,
  large: Record<Name, Look>,
  small: Record<Name, Look>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const page of Object.keys(large) as Name[]) {
    const phases = { ours: () => medianMs(looks, large[page]), floor: () => medianMs(looks, small[page]) };
    await interleaved(1, phases);
    const { ours, floor } = await interleaved(rounds, phases);
    figures.push(besideFloor({ aim, name: `${page}: ${about}`, unit: 'ms', atMost }, ours, floor));
  }
  return figures;
}

async function medianMs(times: number, look: Look): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await look();
    taken.push(performance.now() - began);
  }
  return median(taken);
}
