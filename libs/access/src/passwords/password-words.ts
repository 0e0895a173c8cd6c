import type { Bilingual } from '#libs/calendar';

/** Words that Indonesian civil servants would think of first; the bundled lists know mostly English ones. Illustrative. */
export const NEARBY_WORDS: readonly string[] = [
  ...['titian', 'sandbox', 'katasandi', 'sandi', 'rahasia', 'masuk', 'bismillah', 'alhamdulillah'],
  ...['indonesia', 'indonesiaraya', 'merdeka', 'garuda', 'pancasila', 'nusantara', 'jakarta', 'bandung'],
  ...['surabaya', 'makassar', 'jayapura', 'pegawai', 'pelatihan', 'kepemimpinan', 'peserta', 'lembaga'],
  ...['instansi', 'kementerian', 'asesor', 'sayang', 'cinta', 'keluarga', 'semangat', 'sukses', 'selamat'],
  ...['pagi', 'siang', 'malam', 'januari', 'februari', 'maret', 'april', 'juni', 'juli', 'agustus'],
  ...['september', 'oktober', 'november', 'desember', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'],
  ...['minggu', 'lanri', 'pimpinan', 'nasional', 'administrator', 'pengawas'],
];

type Weakness = 'owner' | 'common' | 'keyboard' | 'repeated' | 'sequence' | 'date' | 'guessable';

/** Why a password is easily guessed, for the one who chose it. */
export const WEAKNESS: Record<Weakness, Bilingual> = {
  owner: {
    id: 'Terlalu dekat dengan nama atau nama pengguna Anda. Pakai beberapa kata yang tidak berkaitan dengan Anda.',
    en: 'Too close to your own name or user name. Use several words that have nothing to do with you.',
  },
  common: {
    id: 'Kata sandi ini, atau yang mirip dengannya, termasuk yang paling sering dipakai dan pertama dicoba orang lain. Pakai beberapa kata yang tidak berkaitan.',
    en: 'This password, or one much like it, is among the most used ones, which others try first. Use several unrelated words.',
  },
  keyboard: {
    id: 'Deretan tombol papan ketik mudah ditebak. Pakai beberapa kata yang tidak berkaitan.',
    en: 'Rows of keys are easily guessed. Use several unrelated words.',
  },
  repeated: {
    id: 'Pengulangan mudah ditebak. Pakai beberapa kata yang berbeda.',
    en: 'Repetitions are easily guessed. Use several different words.',
  },
  sequence: {
    id: 'Urutan seperti abc atau 1234 mudah ditebak. Pakai beberapa kata yang tidak berkaitan.',
    en: 'Sequences such as abc or 1234 are easily guessed. Use several unrelated words.',
  },
  date: {
    id: 'Tanggal dan tahun mudah ditebak. Pakai beberapa kata yang tidak berkaitan.',
    en: 'Dates and years are easily guessed. Use several unrelated words.',
  },
  guessable: {
    id: 'Masih terlalu mudah ditebak. Tambahkan satu atau dua kata lagi yang tidak berkaitan.',
    en: 'Still too easily guessed. Add one or two more unrelated words.',
  },
};

/** What makes a part of a password weak; null for one that is not: random letters, or words drawn by dice. */
export function weaknessOf({
  pattern,
  dictionaryName,
}: {
  pattern: string;
  dictionaryName?: unknown;
}): Weakness | null {
  if (pattern === 'dictionary') {
    if (dictionaryName === 'userInputs') return 'owner';
    return dictionaryName === 'diceware-common' ? null : 'common';
  }
  return BY_PATTERN[pattern] ?? null;
}

const BY_PATTERN: Record<string, Weakness> = {
  spatial: 'keyboard',
  repeat: 'repeated',
  sequence: 'sequence',
  date: 'date',
  regex: 'date',
  separator: 'guessable',
};
