import type { Bilingual } from '#libs/calendar';
import { refused, refuseTwice, type GroupingRefused } from './grouping-refusal.js';
import { moveInWords } from './move-reason.js';
import { standingsOf, type GroupingMember, type Standing } from './signature.js';
import { spreadOf } from './spread.js';

/** A group as proposed, or as the organiser has rearranged it. */
export interface GroupDraft {
  key: string;
  name: Bilingual;
  /** Journey ids. */
  members: readonly string[];
}

export interface MoveQuestion {
  groups: readonly GroupDraft[];
  /** Everyone in the groups, with gaps. */
  members: readonly GroupingMember[];
  journeyId: string;
  /** `key` of the group to move to. */
  toGroup: string;
  /** Most participants in one group. */
  size: number;
}

interface Change {
  before: number;
  after: number;
}

export interface GroupChange {
  key: string;
  name: Bilingual;
  size: Change;
  spread: Change;
}

export interface MoveCost {
  ok: true;
  from: GroupChange;
  to: GroupChange;
  /** Of both groups together, the others stay as they are; lower is better. */
  spread: Change;
  /** Others with the very same signature in the group left, and in the group joined. */
  sameSignature: { leaves: number; joins: number };
  reason: Bilingual;
}

/**
 * What moving one participant to another group does to sizes and spread (sums of Hamming distance to each group's medoid),
 * so that an organiser decides with open eyes (seed 002, Alternatives III b and IV b: same gap, same group). Refused: someone
 * or a group that isn't there, a participant in two groups, the group already in, and a group that has no room.
 */
export function costOfMove(question: MoveQuestion): MoveCost | GroupingRefused {
  const { groups, members, journeyId, toGroup, size } = question;
  const twice =
    refuseTwice(groups.flatMap((group) => group.members)) ?? refuseTwice(members.map((one) => one.journeyId));
  if (twice) return twice;
  const standings = new Map(standingsOf(members).map((one) => [one.journeyId, one]));
  const from = groups.find((group) => group.members.includes(journeyId));
  const to = groups.find(({ key }) => key === toGroup);
  const unknown = [journeyId, ...(from?.members ?? []), ...(to?.members ?? [])].find(
    (id) => !standings.has(id),
  );
  if (from === undefined || unknown !== undefined) return refuseMember(unknown ?? journeyId);
  if (to === undefined) return refuseGroup(toGroup, groups);
  if (from.key === to.key) return refuseSame(to);
  if (to.members.length >= size) return refuseFull(to, size);
  return priced({ from, to, journeyId, standings });
}

interface Move {
  from: GroupDraft;
  to: GroupDraft;
  journeyId: string;
  standings: ReadonlyMap<string, Standing>;
}

function priced({ from, to, journeyId, standings }: Move): MoveCost {
  const left = from.members.filter((id) => id !== journeyId);
  const change = (group: GroupDraft, after: readonly string[]): GroupChange => ({
    key: group.key,
    name: group.name,
    size: { before: group.members.length, after: after.length },
    spread: { before: spreadAmong(group.members, standings), after: spreadAmong(after, standings) },
  });
  const fromChange = change(from, left);
  const toChange = change(to, [...to.members, journeyId]);
  const mask = standings.get(journeyId)?.mask;
  const same = (ids: readonly string[]): number =>
    ids.filter((id) => standings.get(id)?.mask === mask).length;
  const facts = {
    from: fromChange,
    to: toChange,
    spread: {
      before: fromChange.spread.before + toChange.spread.before,
      after: fromChange.spread.after + toChange.spread.after,
    },
    sameSignature: { leaves: same(left), joins: same(to.members) },
  };
  return { ok: true, ...facts, reason: moveInWords(facts) };
}

function spreadAmong(ids: readonly string[], standings: Move['standings']): number {
  const people = ids.flatMap((id) => standings.get(id) ?? []);
  return spreadOf(people).competencies;
}

function refuseMember(journeyId: string): GroupingRefused {
  return refused('grouping.member_unknown', {
    id: `Peserta ${journeyId} tidak ada dalam kelompok mana pun atau kesenjangannya tidak disertakan; muat ulang usulan.`,
    en: `Participant ${journeyId} is in no group, or came without gaps; load the proposal again.`,
  });
}

function refuseGroup(toGroup: string, groups: readonly GroupDraft[]): GroupingRefused {
  const known = groups.map(({ key }) => key).join(', ');
  return refused('grouping.group_unknown', {
    id: `Tidak ada kelompok "${toGroup}"; pilihannya: ${known}.`,
    en: `There is no group "${toGroup}"; choose among: ${known}.`,
  });
}

function refuseSame({ name }: GroupDraft): GroupingRefused {
  return refused('grouping.already_there', {
    id: `Peserta sudah berada di ${name.id}; pilih kelompok lain.`,
    en: `The participant is already in ${name.en}; choose another group.`,
  });
}

function refuseFull({ name, members }: GroupDraft, size: number): GroupingRefused {
  return refused('grouping.over_size', {
    id: `${name.id} sudah berisi ${members.length} dari paling banyak ${size} orang; pindahkan dahulu seseorang dari sana.`,
    en: `${name.en} already has ${members.length} of at most ${size} people; move someone out of it first.`,
  });
}
