import type { Bilingual } from '#libs/calendar';
import type { CompetencyCatalogue, ManagerialCode } from '#libs/competency';
import { nameOf } from '../course-need.js';
import { signatureOfMask, type Standing } from './signature.js';
import { distanceOf } from './spread.js';
import { competenciesInWords, joined, peopleInWords, sizesInWords } from './grouping-words.js';

interface GroupFacts {
  people: readonly Standing[];
  /** The group's signature as bits. */
  mask: number;
  spread: number;
  catalogue?: Pick<CompetencyCatalogue, 'competencies'>;
}

interface ProposalFacts {
  standings: readonly Standing[];
  groups: readonly { members: readonly string[]; reason: Bilingual }[];
  spread: number;
  size: number;
  catalogue?: Pick<CompetencyCatalogue, 'competencies'>;
}

/** Why these people are one group. For organisers and the coach: it speaks of gaps. */
export function groupReason({ people, mask, spread, catalogue }: GroupFacts): Bilingual {
  const others = people.filter((one) => distanceOf(one, { mask }) > 0).length;
  const core = coreInWords(people.length - others, signatureOfMask(mask), catalogue);
  if (others === 0) return { id: `${core.id}.`, en: `${core.en}.` };
  const rest = peopleInWords(others);
  const apart = competenciesInWords(spread);
  return {
    id: `${core.id}; ${rest.id} lainnya bergabung karena kesenjangannya paling dekat, seluruhnya berbeda pada ${apart.id}.`,
    en: `${core.en}; ${others} more joined because their gaps are nearest, differing in ${apart.en} altogether.`,
  };
}

function coreInWords(
  count: number,
  signature: readonly ManagerialCode[],
  catalogue: GroupFacts['catalogue'],
): Bilingual {
  const people = peopleInWords(count);
  if (signature.length === 0) {
    return {
      id: `${people.id} tanpa kesenjangan sedang atau tinggi`,
      en: `${people.en} without a medium or high gap`,
    };
  }
  const names = signatureInWords(signature, catalogue);
  return count === 1
    ? {
        id: `${people.id} dengan kesenjangan sedang atau tinggi pada ${names.id}`,
        en: `${people.en} with medium or high gaps in ${names.en}`,
      }
    : {
        id: `${people.id} dengan kesenjangan sedang atau tinggi yang sama: ${names.id}`,
        en: `${people.en} with the same medium or high gaps: ${names.en}`,
      };
}

/** How the whole proposal came about: sizes, distance, and what had to be divided. */
export function overallReason(facts: ProposalFacts): Bilingual {
  const { standings, groups, size } = facts;
  if (standings.length === 0) return { id: 'Belum ada peserta.', en: 'There are no participants yet.' };
  const sizes = sizesInWords(groups.map(({ members }) => members.length));
  const opening: Bilingual = {
    id: `${peopleInWords(standings.length).id} dalam ${groups.length} kelompok berisi ${sizes.id}, paling banyak ${size}; kesenjangan yang sama masuk kelompok yang sama.`,
    en: `${peopleInWords(standings.length).en} in ${groups.length} ${groups.length === 1 ? 'group' : 'groups'} of ${sizes.en}, at most ${size}; the same gaps join the same group.`,
  };
  return joined([opening, distanceNote(facts), ...dividedNotes(facts), ...moreGroupsNote(facts), PROPOSAL]);
}

const PROPOSAL: Bilingual = {
  id: 'Ini usulan; lembaga pelatihan dapat memindahkan peserta sebelum menetapkannya.',
  en: 'This is a proposal; the institute may move people before confirming it.',
};

function distanceNote({ spread }: ProposalFacts): Bilingual {
  if (spread === 0) {
    return { id: 'Setiap kelompok seragam.', en: 'Every group is uniform.' };
  }
  const apart = competenciesInWords(spread);
  return {
    id: `Yang lain ditempatkan pada kesenjangan terdekat; jumlah perbedaannya ${apart.id}.`,
    en: `The others were placed with the nearest gaps; they differ in ${apart.en} altogether.`,
  };
}

function dividedNotes({ standings, size, catalogue }: ProposalFacts): Bilingual[] {
  const counts = new Map<number, number>();
  for (const { mask } of standings) counts.set(mask, (counts.get(mask) ?? 0) + 1);
  const divided = [...counts].filter(([, count]) => count > size).sort(([a], [b]) => a - b);
  return divided.map(([mask, count]) => {
    const core = coreInWords(count, signatureOfMask(mask), catalogue);
    return {
      id: `Tidak muat dalam satu kelompok, sehingga dibagi: ${core.id}.`,
      en: `Too many for one group, so divided: ${core.en}.`,
    };
  });
}

function moreGroupsNote({ standings, groups, size }: ProposalFacts): Bilingual[] {
  const fewest = Math.ceil(standings.length / size);
  if (groups.length <= fewest) return [];
  return [
    {
      id: `Menurut jumlah peserta ${fewest} kelompok sudah cukup; kelompok tambahan menjaga agar kesenjangan yang sama tidak terbagi.`,
      en: `By number of people ${fewest} would do; the additional groups keep the same gaps from being divided.`,
    },
  ];
}

function signatureInWords(
  signature: readonly ManagerialCode[],
  catalogue: GroupFacts['catalogue'] = { competencies: [] },
): Bilingual {
  const names = signature.map((code) => nameOf(code, catalogue));
  return { id: names.map(({ id }) => id).join(', '), en: names.map(({ en }) => en).join(', ') };
}
