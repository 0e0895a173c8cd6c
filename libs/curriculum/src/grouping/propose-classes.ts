import type { Bilingual } from '#libs/calendar';
import type { Cluster, Family } from '#libs/competency';
import type { ClusterBasis } from '../pathway.js';
import { mergeFor, type ClassMerge } from './class-merge.js';
import { classReason, classesReason, undecidedReason } from './class-reason.js';
import { clusterValuesOf, splitEvenly } from './class-sizes.js';
import { refused, refuseTwice, type GroupingRefused } from './grouping-refusal.js';
import { compareIds } from './signature.js';

export type ClusterValue = Family | Cluster;

export interface ClassMember {
  journeyId: string;
  /** The family or category that the analysis proposes; null where there is no gap and so no family. */
  value: ClusterValue | null;
}

export interface ClassQuestion {
  members: readonly ClassMember[];
  basis: ClusterBasis;
  /** Fewest and most participants in one class. */
  minimum: number;
  maximum: number;
}

export interface ProposedClass {
  key: string;
  /** Numbered by the lowest id, so that the name neither ranks anyone nor tells of gaps. */
  name: Bilingual;
  /** What `classAssigned` is sent with. For organisers and coaches only. */
  value: ClusterValue;
  members: string[];
  /** As in coaching groups: what its members share, and how much they differ in it. Nobody differs in a proposed class. */
  signature: ClusterValue[];
  spread: 0;
  tooSmall: boolean;
  /** Only for a class that is too small, and null even then where there is nothing to merge with. */
  merge: ClassMerge | null;
  reason: Bilingual;
}

/** People for whom no cluster follows from the data: the institute chooses, and sees which classes have room. */
export interface UndecidedMembers {
  members: string[];
  room: { key: string; places: number }[];
  reason: Bilingual;
}

export type ClassProposal =
  | { ok: true; groups: ProposedClass[]; undecided: UndecidedMembers | null; reason: Bilingual }
  | GroupingRefused;

/**
 * Classes by cluster for organisers to confirm: everyone follows exactly one (seed 002, Alternative II b). A cluster with more
 * than `maximum` people becomes classes that differ by at most one; a class below `minimum` is flagged and never merged by
 * itself. It depends on ids and values only, not on the order of `members`. Refused: sizes that aren't whole numbers with
 * 1 ≤ minimum ≤ maximum, a participant listed twice, a value of the other basis.
 */
export function proposeClasses(question: ClassQuestion): ClassProposal {
  const refusal = refusalOf(question);
  if (refusal) return refusal;
  const clusters = clustersOf(question);
  const classes = clusters
    .flatMap(({ value, ids }) => splitEvenly(ids, question.maximum).map((members) => ({ value, members })))
    .sort((a, b) => compareIds(a.members[0] ?? '', b.members[0] ?? ''))
    .map((one, index) => ({ ...one, key: String(index + 1), name: nameOfClass(index + 1) }));
  const sizes = new Map(clusters.map(({ value, ids }) => [value, ids.length]));
  const groups = classes.map((one): ProposedClass => {
    const tooSmall = one.members.length < question.minimum;
    const merge = tooSmall ? mergeFor(one.value, { sizes, classes, ...question }) : null;
    const parts = classes.filter(({ value }) => value === one.value).length;
    const reason = classReason({ ...one, tooSmall, merge, parts, question });
    return { ...one, signature: [one.value], spread: 0, tooSmall, merge, reason };
  });
  const undecided = undecidedOf(question, groups);
  return { ok: true, groups, undecided, reason: classesReason({ groups, undecided, question }) };
}

function clustersOf({ members, basis }: ClassQuestion): { value: ClusterValue; ids: string[] }[] {
  return clusterValuesOf(basis)
    .map((value) => ({ value, ids: idsWith(members, value) }))
    .filter(({ ids }) => ids.length > 0);
}

function idsWith(members: readonly ClassMember[], value: ClusterValue | null): string[] {
  const found = members.filter((member) => member.value === value);
  return found.map(({ journeyId }) => journeyId).sort(compareIds);
}

function nameOfClass(number: number): Bilingual {
  return { id: `Kelas ${number}`, en: `Class ${number}` };
}

function undecidedOf(
  { members, maximum }: ClassQuestion,
  groups: readonly ProposedClass[],
): UndecidedMembers | null {
  const ids = idsWith(members, null);
  if (ids.length === 0) return null;
  const room = groups
    .map((group) => ({ key: group.key, places: maximum - group.members.length }))
    .filter(({ places }) => places > 0);
  return { members: ids, room, reason: undecidedReason(ids.length, groups, maximum) };
}

function refusalOf({ members, basis, minimum, maximum }: ClassQuestion): GroupingRefused | null {
  if (![minimum, maximum].every(Number.isInteger) || minimum < 1 || maximum < minimum) {
    return refused('grouping.size_invalid', {
      id: `Ukuran kelas ${minimum} sampai ${maximum} tidak dapat dipakai; isi bilangan bulat, minimum mulai 1 dan tidak melebihi maksimum.`,
      en: `Class sizes from ${minimum} to ${maximum} can't be used; give whole numbers, the minimum from 1 and not above the maximum.`,
    });
  }
  const values = clusterValuesOf(basis);
  const stray = members.find(({ value }) => value !== null && !values.includes(value));
  if (stray) {
    return refused('grouping.value_unknown', {
      id: `Peserta ${stray.journeyId} membawa klaster "${stray.value}"; pilihannya: ${values.join(', ')}.`,
      en: `Participant ${stray.journeyId} comes with cluster "${stray.value}"; choose among: ${values.join(', ')}.`,
    });
  }
  return refuseTwice(members.map(({ journeyId }) => journeyId));
}
