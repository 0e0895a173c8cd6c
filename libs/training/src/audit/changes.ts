import {
  dateInWords,
  instantInWords,
  isInstant,
  isLocalDate,
  type Bilingual,
  type Language,
  type Zone,
} from '#libs/calendar';
import { ROLE_NAMES } from '../inbox/item-texts.js';
import type { AuditNames } from './audit-search.port.js';

export interface ChangeLine {
  field: string;
  before: string | null;
  after: string | null;
}

const say = (id: string, en: string): Bilingual => ({ id, en });

const FIELDS: Record<string, Bilingual> = {
  name: say('Nama', 'Name'),
  stage: say('Tahap', 'Stage'),
  kind: say('Jenis', 'Kind'),
  letters: say('Panjang isi', 'Length'),
  preview: say('Pratinjau', 'Preview'),
  zone: say('Zona waktu', 'Time zone'),
  version: say('Versi pengaturan', 'Version of the settings'),
  toCohort: say('Ke angkatan', 'To the cohort'),
  nip: say('NIP', 'NIP'),
  birthDate: say('Tanggal lahir', 'Birth date'),
  sex: say('Jenis kelamin', 'Sex'),
  email: say('Surel', 'E-mail'),
  phone: say('Telepon', 'Phone'),
  unit: say('Unit', 'Unit'),
  post: say('Jabatan', 'Post'),
  rank: say('Pangkat', 'Rank'),
  username: say('Nama pengguna', 'User name'),
  role: say('Peran', 'Role'),
  organisation: say('Organisasi', 'Organisation'),
  startsOn: say('Mulai', 'Starts'),
  endsOn: say('Selesai', 'Ends'),
  stages: say('Tahap', 'Stages'),
  capacity: say('Kapasitas', 'Capacity'),
  programme: say('Program', 'Programme'),
  pathway: say('Alternatif', 'Pathway'),
  assessmentOption: say('Opsi asesmen', 'Assessment option'),
  decision: say('Keputusan', 'Decision'),
  type: say('Peristiwa', 'Event'),
  action: say('Perintah', 'Order'),
  filter: say('Penyaring', 'Filter'),
  people: say('Jumlah orang', 'People'),
  persons: say('Jumlah orang', 'People'),
  entries: say('Entri', 'Entries'),
  from: say('Dari', 'From'),
  until: say('Sampai', 'Until'),
  to: say('Ke', 'To'),
  due: say('Tenggat', 'Due'),
  deadline: say('Tenggat', 'Deadline'),
  field: say('Kolom', 'Field'),
  value: say('Nilai', 'Value'),
  status: say('Status', 'Status'),
  holder: say('Pemegang', 'Holder'),
  deputy: say('Wakil', 'Deputy'),
  followUp: say('Ditunda sampai', 'Put off until'),
  startsAt: say('Mulai', 'Begins'),
  endsAt: say('Selesai', 'Ends'),
  place: say('Tempat', 'Place'),
  trainer: say('Pengajar', 'Trainer'),
  disabled: say('Nonaktif', 'Disabled'),
  account: say('Akun', 'Account'),
  membership: say('Peran', 'Role'),
  since: say('Sejak', 'Since'),
  released: say('Tugas terbuka kembali', 'Tasks open again'),
  named: say('Perjalanan yang masih menunjuknya', 'Journeys that still name him'),
  required: say('Wajib kode kedua', 'Second factor required'),
  parent: say('Di bawah', 'Below'),
  subject: say('Pengenal dari penyedia', 'Subject of the provider'),
  coach: say('Coach', 'Coach'),
  mentor: say('Mentor', 'Mentor'),
  rows: say('Jumlah baris', 'Rows'),
  expiresAt: say('Berlaku sampai', 'Valid until'),
  scopes: say('Lingkup', 'Scopes'),
  group: say('Kelompok', 'Group'),
  person: say('Orang', 'Person'),
  journeyIds: say('Peserta', 'Participants'),
  text: say('Isi', 'Text'),
};

/** To whom changes are told: in which language, with hours of which zone, and who bears the ids. */
export interface Telling {
  language: Language;
  zone: Zone;
  names: AuditNames;
}

/** What an act changed, a line for each field; a field that stayed the same is left out. */
export function changesIn(before: unknown, after: unknown, telling: Telling): ChangeLine[] {
  const [old, fresh] = [recordOf(before), recordOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return keys.flatMap((key) => {
    const line = {
      field: FIELDS[key]?.[telling.language] ?? key,
      before: key in old ? inWords(old[key], telling, key) : null,
      after: key in fresh ? inWords(fresh[key], telling, key) : null,
    };
    return line.before === line.after ? [] : [line];
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids that stand in what an act changed. */
export function idsOf(before: unknown, after: unknown): string[] {
  const ids = new Set<string>();
  JSON.stringify([before, after], (_key, part: unknown) => {
    if (typeof part === 'string' && UUID.test(part)) ids.add(part.toLowerCase());
    return part;
  });
  return [...ids];
}

/** Nobody reads an id: who or what bears it today, else that nobody does any more. */
function nameOf(id: string, { language, names }: Telling): string {
  const found = names.get(id.toLowerCase());
  if (!found) return GONE[language];
  const role = found.role === null ? null : (ROLE_NAMES[found.role]?.[language] ?? found.role);
  return [role, found.name].filter((part) => part !== null).join(' · ') || GONE[language];
}

function recordOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { value };
}

const VALUES: Record<string, Bilingual> = {
  passed: say('lulus', 'passed'),
  deferred: say('ditangguhkan', 'deferred'),
  failed: say('tidak lulus', 'not passed'),
  open: say('terbuka', 'open'),
  claimed: say('dipegang', 'held'),
  done: say('selesai', 'done'),
  closed: say('ditutup', 'closed'),
  male: say('laki-laki', 'male'),
  female: say('perempuan', 'female'),
  flexible: say('Alternatif I', 'Alternative I'),
  cluster: say('Alternatif II', 'Alternative II'),
  'a-la-carte': say('Alternatif III', 'Alternative III'),
  'generic-plus': say('Alternatif IV', 'Alternative IV'),
  selfLearning: say('pembelajaran mandiri', 'self-learning'),
  eLearning: say('e-learning', 'e-learning'),
  classical: say('klasikal', 'classical'),
  integrated: say('terintegrasi', 'integrated'),
  separate: say('terpisah', 'separate'),
};

const EVERY_ROLE = say('semua peran sekaligus', 'all roles at once');
const GONE = say('tidak dikenal lagi', 'no longer known');

const MOST_LETTERS = 300;

function inWords(value: unknown, telling: Telling, field: string): string {
  const { language } = telling;
  if (field === 'membership' && value === null) return EVERY_ROLE[language];
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return (value ? say('ya', 'yes') : say('tidak', 'no'))[language];
  if (typeof value === 'string') {
    if (UUID.test(value)) return nameOf(value, telling);
    if (isLocalDate(value)) return dateInWords(value, language);
    if (isInstant(value)) return instantInWords(value, telling.zone, language);
    const role = field === 'role' ? ROLE_NAMES[value] : undefined;
    return (role ?? VALUES[value])?.[language] ?? value;
  }
  if (typeof value === 'number') return value.toLocaleString(language);
  const text = Array.isArray(value)
    ? value.map((one) => inWords(one, telling, field)).join(', ')
    : Object.entries(value)
        .map(([key, part]) => `${FIELDS[key]?.[language] ?? key} ${inWords(part, telling, key)}`)
        .join(', ');
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
