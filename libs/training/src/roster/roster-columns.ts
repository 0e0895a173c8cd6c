import type { Column } from './sheet.js';

/** The roster's columns in template order, with the headings that Indonesian and English sheets use. */
export const ROSTER_COLUMNS: readonly Column[] = [
  { name: 'nip', required: true, titles: ['NIP', 'Nomor Induk Pegawai', 'NIP Peserta', 'NI PPPK'] },
  { name: 'name', required: true, titles: ['Nama', 'Nama Lengkap', 'Nama Peserta', 'Full Name'] },
  {
    name: 'birthDate',
    required: true,
    titles: ['Tanggal Lahir', 'Tgl Lahir', 'Date of Birth', 'Birth Date'],
  },
  { name: 'sex', required: true, titles: ['Jenis Kelamin', 'Kelamin', 'L/P', 'JK', 'Gender'] },
  { name: 'email', required: true, titles: ['Surel', 'Email', 'E-mail', 'Alamat Surel', 'Alamat Email'] },
  {
    name: 'phone',
    required: false,
    titles: ['Telepon', 'No. Telepon', 'Nomor Telepon', 'No. HP', 'Nomor HP', 'HP', 'Mobile'],
  },
  { name: 'agencyCode', required: true, titles: ['Kode Instansi', 'Instansi', 'Agency Code', 'Agency'] },
  { name: 'unit', required: true, titles: ['Unit Kerja', 'Satuan Kerja', 'Work Unit'] },
  { name: 'post', required: true, titles: ['Jabatan', 'Nama Jabatan', 'Position'] },
  { name: 'postLevel', required: true, titles: ['Jenjang Jabatan', 'Jenjang', 'Post Level'] },
  {
    name: 'rank',
    required: true,
    titles: ['Pangkat/Golongan', 'Golongan', 'Pangkat', 'Gol/Ruang', 'Pangkat Gol Ruang', 'Grade'],
  },
  { name: 'entry', required: true, titles: ['Jalur Masuk', 'Jalur', 'Entry Route'] },
  {
    name: 'targetPostLevel',
    required: false,
    titles: ['Jenjang Sasaran', 'Jenjang Jabatan Sasaran', 'Target Post Level'],
  },
  {
    name: 'participationCertificate',
    required: false,
    titles: ['Sertifikat Keikutsertaan', 'Nomor Sertifikat Keikutsertaan', 'Participation Certificate'],
  },
  { name: 'superiorNip', required: false, titles: ['NIP Atasan', 'NIP Atasan Langsung', 'Superior NIP'] },
];
