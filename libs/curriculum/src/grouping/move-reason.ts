import type { Bilingual } from '#libs/calendar';
import type { GroupChange, MoveCost } from './cost-of-move.js';
import { competenciesInWords, joined, peopleInWords } from './grouping-words.js';

type MoveFacts = Pick<MoveCost, 'from' | 'to' | 'spread' | 'sameSignature'>;

/** What a move does, in sentences for the organiser. */
export function moveInWords(facts: MoveFacts): Bilingual {
  return joined([spreadNote(facts), sizesNote(facts), ...sameGapsNotes(facts), ...emptyNote(facts)]);
}

function spreadNote({ spread }: MoveFacts): Bilingual {
  const change = spread.after - spread.before;
  if (change === 0) {
    return {
      id: `Perbedaan dalam kedua kelompok tetap ${competenciesInWords(spread.after).id}.`,
      en: `The differences within both groups stay at ${competenciesInWords(spread.after).en}.`,
    };
  }
  const [id, en] = change > 0 ? ['bertambah', 'grow'] : ['berkurang', 'shrink'];
  const [by, after] = [competenciesInWords(Math.abs(change)), competenciesInWords(spread.after)];
  return {
    id: `Perbedaan dalam kedua kelompok ${id} ${by.id}, dari ${spread.before} menjadi ${after.id}.`,
    en: `The differences within both groups ${en} by ${by.en}, from ${spread.before} to ${after.en}.`,
  };
}

function sizesNote({ from, to }: MoveFacts): Bilingual {
  const text = ({ name, size }: GroupChange): Bilingual => ({
    id: `${name.id} dari ${size.before} menjadi ${size.after} orang`,
    en: `${name.en} from ${size.before} to ${peopleInWords(size.after).en}`,
  });
  return { id: `${text(from).id}; ${text(to).id}.`, en: `${text(from).en}; ${text(to).en}.` };
}

function sameGapsNotes({ from, to, sameSignature: { leaves, joins } }: MoveFacts): Bilingual[] {
  const [left, met] = [peopleInWords(leaves), peopleInWords(joins)];
  const behind: Bilingual = {
    id: `${left.id} dengan kesenjangan yang sama tetap di ${from.name.id}.`,
    en: `${left.en} with the same gaps ${leaves === 1 ? 'stays' : 'stay'} in ${from.name.en}.`,
  };
  const ahead: Bilingual = {
    id: `${met.id} dengan kesenjangan yang sama sudah ada di ${to.name.id}.`,
    en: `${met.en} with the same gaps ${joins === 1 ? 'is' : 'are'} already in ${to.name.en}.`,
  };
  return [...(leaves > 0 ? [behind] : []), ...(joins > 0 ? [ahead] : [])];
}

function emptyNote({ from }: MoveFacts): Bilingual[] {
  if (from.size.after > 0) return [];
  return [
    {
      id: `${from.name.id} menjadi kosong dan dapat dihapus.`,
      en: `${from.name.en} becomes empty and can be dropped.`,
    },
  ];
}
