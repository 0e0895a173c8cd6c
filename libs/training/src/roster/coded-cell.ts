import type { Bilingual, Language } from '#libs/calendar';
import type { PostLevel } from '#libs/competency';
import { headingKey } from './heading-key.js';
import type { Sex } from './nip.js';

export type Entry = 'incumbent' | 'successor' | 'alumnus' | 'assessmentOnly';

const SEXES: Record<Sex, readonly string[]> = {
  male: ['male', 'm', 'l', 'laki-laki', 'laki laki', 'pria', 'lk', 'laki2', '1'],
  female: ['female', 'f', 'p', 'perempuan', 'pr', 'wanita', 'w', '2'],
};

const POST_LEVELS: Record<PostLevel, readonly string[]> = {
  staff: ['staff', 'Pelaksana', 'staf'],
  supervisor: ['supervisor', 'Pengawas', 'eselon iv'],
  administrator: ['administrator', 'Administrator', 'eselon iii'],
  jptPratama: ['jptPratama', 'JPT Pratama', 'pimpinan tinggi pratama', 'eselon ii'],
  jptMadya: ['jptMadya', 'JPT Madya', 'pimpinan tinggi madya'],
  jptUtama: ['jptUtama', 'JPT Utama', 'pimpinan tinggi utama'],
  functionalPertama: [
    'functionalPertama',
    'JF Pertama',
    'fungsional pertama',
    'ahli pertama',
    'JF Ahli Pertama',
  ],
  functionalMuda: ['functionalMuda', 'JF Muda', 'fungsional muda', 'ahli muda', 'JF Ahli Muda'],
  functionalMadya: ['functionalMadya', 'JF Madya', 'fungsional madya', 'ahli madya', 'JF Ahli Madya'],
  functionalUtama: ['functionalUtama', 'JF Utama', 'fungsional utama', 'ahli utama', 'JF Ahli Utama'],
};

const ENTRIES: Record<Entry, readonly string[]> = {
  incumbent: ['incumbent', 'Pemangku', 'pemangku jabatan', 'pejabat'],
  successor: ['successor', 'Suksesor', 'calon pejabat'],
  alumnus: ['alumnus', 'Alumni'],
  assessmentOnly: [
    'assessmentOnly',
    'Asesmen saja',
    'assessment only',
    'penilaian saja',
    'hanya penilaian',
    'hanya asesmen',
  ],
};

const TRUTHS: Record<'true' | 'false', readonly string[]> = {
  true: ['true', 'yes', 'y', 'ya', '1', 'terakreditasi', 'benar'],
  false: ['false', 'no', 'n', 'tidak', '0', 'belum', 'tidak terakreditasi', 'salah'],
};

export const sexOf = (cell: string): Sex | null => codeOf(SEXES, cell);
export const postLevelOf = (cell: string): PostLevel | null => codeOf(POST_LEVELS, cell);
export const entryOf = (cell: string): Entry | null => codeOf(ENTRIES, cell);

export function truthOf(cell: string): boolean | null {
  const code = codeOf(TRUTHS, cell);
  return code === null ? null : code === 'true';
}

export function codeOf<Code extends string>(
  table: Record<Code, readonly string[]>,
  cell: string,
): Code | null {
  const key = headingKey(cell);
  const codes = Object.keys(table) as Code[];
  return codes.find((code) => table[code].some((title) => headingKey(title) === key)) ?? null;
}

/** What a cell may say, as a fault names it. */
export function choicesOf(choices: (language: Language) => readonly string[]): Bilingual {
  return { id: choices('id').join(', '), en: choices('en').join(', ') };
}

/** What a template's drop-down offers: in Indonesian the first title people use, in English the contract's own code. */
export function offered(table: Record<string, readonly string[]>, language: Language): string[] {
  return Object.entries(table).map(([code, titles]) => (language === 'id' ? (titles[1] ?? code) : code));
}

export const sexChoices = (language: Language): string[] =>
  language === 'id' ? ['L', 'P'] : ['male', 'female'];
export const postLevelChoices = (language: Language): string[] => offered(POST_LEVELS, language);
export const entryChoices = (language: Language): string[] => offered(ENTRIES, language);
export const truthChoices = (language: Language): string[] =>
  language === 'id' ? ['ya', 'tidak'] : ['yes', 'no'];

export const SEX_CODES = choicesOf(sexChoices);
export const POST_LEVEL_CODES = choicesOf(postLevelChoices);
export const ENTRY_CODES = choicesOf(entryChoices);
export const TRUTH_CODES = choicesOf(truthChoices);
