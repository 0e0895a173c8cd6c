import type { Refused } from '#libs/platform';
import { conflict, fault, invalid, type Fault } from '../refusal.js';
import type { Eligible } from './eligible.js';

interface DraftGroup {
  members: readonly string[];
}

/**
 * Refuses a draft that no longer fits the cohort: it names people who left or never were here, or leaves out somebody who
 * must have a place. Nobody may lose his place, or keep one, because two people worked on the same cohort.
 */
export function staleDraft(
  groups: readonly DraftGroup[],
  { members, waiting }: Eligible,
  mustHavePlace: readonly string[],
): Refused | null {
  const listed = groups.flatMap((group) => group.members);
  const twice = listed.find((id, at) => listed.indexOf(id) < at);
  if (twice !== undefined) return listedTwice(twice);
  const here = new Set([...members, ...waiting].map(({ journeyId }) => journeyId));
  const gone = groups.flatMap((group, at) =>
    group.members.flatMap((id, place) =>
      here.has(id) ? [] : [goneFault(id, `groups[${String(at)}].members[${String(place)}]`)],
    ),
  );
  const missing = mustHavePlace.filter((id) => !listed.includes(id)).map(missingFault);
  const faults = [...gone, ...missing];
  return faults.length === 0 ? null : conflict('grouping.stale', STALE, { errors: faults });
}

function listedTwice(id: string): Refused {
  return invalid('grouping.member_twice', {
    id: `Peserta ${id} tercantum dua kali; cantumkan setiap peserta satu kali.`,
    en: `Participant ${id} is listed twice; list everyone once.`,
  });
}

function goneFault(id: string, path: string): Fault {
  return fault(
    path,
    'grouping.member_gone',
    `${id} tidak (lagi) mengikuti pelatihan di angkatan ini.`,
    `${id} does not (or no longer) follow the training in this cohort.`,
  );
}

function missingFault(id: string): Fault {
  return fault(
    'groups',
    'grouping.member_missing',
    `${id} belum mendapat tempat.`,
    `${id} has no place yet.`,
  );
}

const STALE = {
  id: 'Rancangan ini tidak lagi sesuai dengan isi angkatan. Muat usulan baru atau perbaiki yang disebutkan.',
  en: 'This draft no longer fits the cohort. Load a new proposal or correct what is listed.',
};
