import { bilingual, type Language } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import { entryChoices, postLevelChoices, sexChoices } from './coded-cell.js';
import { ROSTER_COLUMNS } from './roster-columns.js';
import { templateSheet, type TemplateColumn } from './template-sheet.js';

/** An empty roster; `agencies` are the codes that its drop-down offers. */
export function rosterTemplate(language: Language, agencies: readonly string[]): SheetToWrite {
  const agencyCode = { ...ABOUT['agencyCode'], choices: () => agencies } as TemplateColumn;
  const about = agencies.length > 0 ? { ...ABOUT, agencyCode } : ABOUT;
  return templateSheet('Roster', language, ROSTER_COLUMNS, about);
}

const same = (text: string) => bilingual(text, text);

const ABOUT: Record<string, TemplateColumn> = {
  nip: {
    en: 'NIP',
    note: bilingual(
      '18 angka. Biarkan format sel Teks supaya angkanya tidak berubah menjadi 1,98E+17.',
      '18 digits. Leave the cell formatted as Text, or the digits turn into 1.98E+17.',
    ),
  },
  name: {
    en: 'Full Name',
    note: bilingual('Nama lengkap dengan gelar.', 'With academic titles.'),
    example: same('Contoh Nama'),
  },
  birthDate: {
    en: 'Date of Birth',
    note: bilingual(
      'Misalnya 17/08/1980 atau 17 Agustus 1980.',
      'Such as 17/08/1980 (day first) or 17 August 1980.',
    ),
    example: same('01/01/1980'),
  },
  sex: {
    en: 'Sex',
    note: bilingual('L atau P.', 'male or female.'),
    choices: sexChoices,
    example: bilingual('L', 'male'),
  },
  email: {
    en: 'Email',
    note: bilingual('Satu alamat surel.', 'One address.'),
    example: same('contoh.nama@instansi.example'),
  },
  phone: {
    en: 'Mobile',
    note: bilingual('Angka saja, boleh diawali +62.', 'Digits only, may begin with +62.'),
    example: same('081200000000'),
  },
  agencyCode: {
    en: 'Agency Code',
    note: bilingual('Kode instansi pengirim yang terdaftar.', 'Code of a registered sending agency.'),
    example: same('INS-01'),
  },
  unit: { en: 'Work Unit', note: bilingual('Unit kerja.', 'Work unit.'), example: same('Bagian Umum') },
  post: {
    en: 'Position',
    note: bilingual('Nama jabatan.', 'Title of the post.'),
    example: same('Kepala Bagian'),
  },
  postLevel: {
    en: 'Post Level',
    note: bilingual(
      'Jenjang jabatan sekarang; program harus sesuai dengannya.',
      'Level of the present post; the programme must fit it.',
    ),
    choices: postLevelChoices,
    example: bilingual('Administrator', 'administrator'),
  },
  rank: {
    en: 'Grade',
    note: bilingual('Pangkat dan golongan/ruang, misalnya III/d.', 'Rank and grade, such as III/d.'),
    example: same('III/d'),
  },
  entry: {
    en: 'Entry Route',
    note: bilingual(
      'Pemangku jabatan, suksesor, alumni, atau asesmen saja.',
      'incumbent, successor, alumnus or assessmentOnly.',
    ),
    choices: entryChoices,
    example: bilingual('Pemangku', 'incumbent'),
  },
  targetPostLevel: {
    en: 'Target Post Level',
    note: bilingual('Hanya untuk suksesor, wajib.', 'For successors only, and then required.'),
    choices: postLevelChoices,
  },
  participationCertificate: {
    en: 'Participation Certificate',
    note: bilingual(
      'Hanya untuk alumni, wajib: nomor sertifikat keikutsertaan.',
      'For alumni only, and then required: the serial of the certificate.',
    ),
  },
  superiorNip: {
    en: 'Superior NIP',
    note: bilingual('NIP atasan langsung, sebagai teks.', 'NIP of the direct superior, as text.'),
  },
};
