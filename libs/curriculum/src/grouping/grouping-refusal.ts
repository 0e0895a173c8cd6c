import type { Bilingual } from '#libs/calendar';

export type GroupingRefusalCode =
  | 'grouping.size_invalid'
  | 'grouping.member_twice'
  | 'grouping.value_unknown'
  | 'grouping.member_unknown'
  | 'grouping.group_unknown'
  | 'grouping.already_there'
  | 'grouping.over_size';

/** Why a grouping or a move can't be reckoned, and what to do instead. */
export interface GroupingRefusal {
  code: GroupingRefusalCode;
  detail: Bilingual;
}

export interface GroupingRefused {
  ok: false;
  refusal: GroupingRefusal;
}

export function refused(code: GroupingRefusalCode, detail: Bilingual): GroupingRefused {
  return { ok: false, refusal: { code, detail } };
}

/** Refuses when someone is listed twice: with two entries nobody could say which one counts. */
export function refuseTwice(journeyIds: readonly string[]): GroupingRefused | null {
  const seen = new Set<string>();
  for (const journeyId of journeyIds) {
    if (seen.has(journeyId)) {
      return refused('grouping.member_twice', {
        id: `Peserta ${journeyId} tercantum dua kali; cantumkan setiap peserta satu kali.`,
        en: `Participant ${journeyId} is listed twice; list everyone once.`,
      });
    }
    seen.add(journeyId);
  }
  return null;
}
