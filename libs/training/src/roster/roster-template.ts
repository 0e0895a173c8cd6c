import type { Language } from '#libs/calendar';
import { ROSTER_COLUMNS } from './roster-columns.js';

/** Headings of an empty roster, and one invented row that shows how each cell is written. */
export function rosterTemplate(language: Language): { headings: string[]; rows: string[][] } {
  const headings = ROSTER_COLUMNS.map((column) =>
    language === 'id' ? (column.titles[0] ?? column.name) : column.name,
  );
  return { headings, rows: [ROSTER_COLUMNS.map((column) => EXAMPLE[column.name] ?? '')] };
}

const EXAMPLE: Record<string, string> = {
  nip: '198001012005011001',
  name: 'Contoh Nama',
  birthDate: '01/01/1980',
  sex: 'L',
  email: 'contoh.nama@instansi.example',
  phone: '0812000000',
  agencyCode: 'INS-01',
  unit: 'Bagian Umum',
  post: 'Kepala Bagian',
  postLevel: 'administrator',
  rank: 'III/d',
  entry: 'incumbent',
};
