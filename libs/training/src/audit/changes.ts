import type { Bilingual, Language } from '#libs/calendar';

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
};

/** What an act changed, a line for each field; a field that stayed the same is left out. */
export function changesIn(before: unknown, after: unknown, language: Language): ChangeLine[] {
  const [old, fresh] = [recordOf(before), recordOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return keys.flatMap((key) => {
    const line = {
      field: FIELDS[key]?.[language] ?? key,
      before: key in old ? inWords(old[key], language) : null,
      after: key in fresh ? inWords(fresh[key], language) : null,
    };
    return line.before === line.after ? [] : [line];
  });
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

const MOST_LETTERS = 300;

function inWords(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return (value ? say('ya', 'yes') : say('tidak', 'no'))[language];
  if (typeof value === 'string') return VALUES[value]?.[language] ?? value;
  if (typeof value === 'number') return value.toLocaleString(language);
  const text = Array.isArray(value)
    ? value.map((one) => inWords(one, language)).join(', ')
    : Object.entries(value)
        .map(([key, part]) => `${FIELDS[key]?.[language] ?? key} ${inWords(part, language)}`)
        .join(', ');
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
