import { compareIds, type Standing } from './signature.js';

/** People who stay together: all of one signature, or one person of a signature that no single group can hold. */
export type Piece = readonly Standing[];

export interface Packing {
  /** The most people in any of the groups. */
  limit: number;
  groups: Piece[][];
}

/**
 * Cuts the cohort into pieces, largest first, those of a signature next to each other. A signature shared by more than `size`
 * people falls into single people, who then fill groups one after the other.
 */
export function piecesOf(standings: readonly Standing[], size: number): Piece[] {
  const bySignature = new Map<number, Standing[]>();
  for (const one of standings) bySignature.set(one.mask, [...(bySignature.get(one.mask) ?? []), one]);
  return [...bySignature.values()]
    .flatMap((people) => (people.length <= size ? [people] : people.map((person) => [person])))
    .sort(comparePieces);
}

/**
 * Packs the pieces whole into few groups of at most `size`, and lowers the fullest group as far as that number of groups
 * allows: first fit decreasing under a falling limit (multifit; Coffman, Garey, Johnson 1978). Near the fewest and evenest,
 * and exact in every cohort of up to nine people tried in coaching-quality.spec.ts.
 */
export function pack(pieces: readonly Piece[], size: number): Packing {
  const few = firstFit(pieces, size);
  const people = peopleIn(pieces);
  for (let limit = Math.ceil(people / Math.max(1, few.length)); limit < size; limit += 1) {
    if (pieces.some((piece) => piece.length > limit)) continue;
    const groups = firstFit(pieces, limit);
    if (groups.length <= few.length) return { limit, groups };
  }
  return { limit: size, groups: few };
}

export function peopleIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function firstFit(pieces: readonly Piece[], limit: number): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.find((one) => peopleIn(one) + piece.length <= limit);
    if (group) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function comparePieces(a: Piece, b: Piece): number {
  const [one, other] = [a[0], b[0]];
  if (one === undefined || other === undefined) return 0;
  return b.length - a.length || one.mask - other.mask || compareIds(one.journeyId, other.journeyId);
}
