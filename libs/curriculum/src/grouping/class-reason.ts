import type { Bilingual } from '#libs/calendar';
import { classNameOf } from '../plan-class.js';
import type { ClassMerge } from './class-merge.js';
import { joined, peopleInWords, sizesInWords } from './grouping-words.js';
import type { ClassQuestion, ProposedClass, UndecidedMembers } from './propose-classes.js';

type Sizes = Pick<ClassQuestion, 'basis' | 'minimum' | 'maximum'>;

interface ClassFacts extends Pick<ProposedClass, 'value' | 'members' | 'tooSmall'> {
  merge: ClassMerge | null;
  /** Into how many classes the cluster went. */
  parts: number;
  question: Sizes;
}

/** Why these people are one class. For organisers: it names the cluster. */
export function classReason(facts: ClassFacts): Bilingual {
  const { value, members, question } = facts;
  const people = peopleInWords(members.length);
  const label = classNameOf(value);
  const basis: Bilingual =
    question.basis === 'family'
      ? {
          id: 'rumpun kompetensi dengan kesenjangan terbesar',
          en: 'the competency family with the largest share of gap',
        }
      : { id: 'kategori hasil penilaian', en: 'the category of the assessment' };
  const opening: Bilingual = {
    id: `${people.id} menurut ${basis.id} (bagi penyelenggara: ${label.id}).`,
    en: `${people.en} by ${basis.en} (for organisers: ${label.en}).`,
  };
  return joined([opening, ...splitNote(facts), ...smallNotes(facts)]);
}

function splitNote({ parts, question: { maximum } }: ClassFacts): Bilingual[] {
  if (parts === 1) return [];
  return [
    {
      id: `Klasternya melebihi ${maximum} orang, sehingga dibagi rata menjadi ${parts} kelas.`,
      en: `Its cluster has more than ${maximum} people and was split evenly into ${parts} classes.`,
    },
  ];
}

function smallNotes({ tooSmall, merge, members, question: { minimum } }: ClassFacts): Bilingual[] {
  if (!tooSmall) return [];
  const flag: Bilingual = {
    id: `Terlalu kecil: ${members.length} dari sedikitnya ${minimum} orang.`,
    en: `Too small: ${members.length} of at least ${minimum} people.`,
  };
  const alone: Bilingual = {
    id: 'Tidak ada kelas lain untuk digabungkan; tambah peserta atau ubah batas ukuran.',
    en: 'There is no other class to merge with; admit more people or change the bounds.',
  };
  return [flag, merge?.reason ?? alone];
}

/** Why some are in no class yet, and where there is room for them. */
export function undecidedReason(count: number, groups: readonly ProposedClass[], maximum: number): Bilingual {
  const open = groups.filter(({ members }) => members.length < maximum).map(({ name }) => name);
  const people = peopleInWords(count);
  const room: Bilingual =
    open.length === 0
      ? { id: 'belum ada kelas dengan tempat kosong', en: 'no class has room yet' }
      : {
          id: `masih ada tempat di ${open.map(({ id }) => id).join(', ')}`,
          en: `there is room in ${open.map(({ en }) => en).join(', ')}`,
        };
  return {
    id: `${people.id} tanpa kesenjangan, sehingga tidak ada klaster yang diusulkan; lembaga pelatihan memilih kelasnya, ${room.id}.`,
    en: `${people.en} without a gap, so no cluster is proposed; the institute chooses the class, ${room.en}.`,
  };
}

interface ClassesFacts {
  groups: readonly ProposedClass[];
  undecided: UndecidedMembers | null;
  question: Sizes;
}

/** How the classes came about as a whole. */
export function classesReason({
  groups,
  undecided,
  question: { minimum, maximum },
}: ClassesFacts): Bilingual {
  const rest = undecided === null ? [] : [undecided.reason];
  const sizes = groups.map(({ members }) => members.length);
  if (sizes.length === 0) {
    return joined([
      { id: 'Belum ada kelas yang dapat diusulkan.', en: 'There is no class to propose yet.' },
      ...rest,
    ]);
  }
  const people = peopleInWords(sizes.reduce((sum, size) => sum + size, 0));
  const opening: Bilingual = {
    id: `${people.id} dalam ${groups.length} kelas berisi ${sizesInWords(sizes).id} orang (batas ${minimum} sampai ${maximum}); setiap peserta mengikuti tepat satu kelas.`,
    en: `${people.en} in ${groups.length} ${groups.length === 1 ? 'class' : 'classes'} of ${sizesInWords(sizes).en} (bounds ${minimum} to ${maximum}); everyone follows exactly one class.`,
  };
  return joined([opening, ...smallNote(groups), ...rest, PROPOSAL]);
}

const PROPOSAL: Bilingual = {
  id: 'Ini usulan; baru berlaku setelah ditetapkan lembaga pelatihan.',
  en: 'This is a proposal; it counts once the institute has confirmed it.',
};

function smallNote(groups: readonly ProposedClass[]): Bilingual[] {
  const names = groups.filter(({ tooSmall }) => tooSmall).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    {
      id: `Terlalu kecil, perlu keputusan: ${names.map(({ id }) => id).join(', ')}.`,
      en: `Too small, to be decided: ${names.map(({ en }) => en).join(', ')}.`,
    },
  ];
}
