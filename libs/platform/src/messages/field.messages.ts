import type { FieldTexts } from './message-catalogue.js';

export const fieldMessages: FieldTexts = {
  required: { id: 'Wajib diisi.', en: 'Required.' },
  code_wrong: { id: 'Kode tidak cocok.', en: 'The code does not fit.' },
  password_wrong: { id: 'Kata sandi tidak cocok.', en: 'The password does not fit.' },
  unknown_field: { id: 'Isian ini tidak dikenal.', en: 'This field is not known.' },
  not_text: { id: 'Harus berupa teks.', en: 'Must be a text.' },
  not_number: { id: 'Harus berupa angka.', en: 'Must be a number.' },
  not_integer: { id: 'Harus bilangan bulat.', en: 'Must be a whole number.' },
  not_boolean: { id: 'Harus true atau false.', en: 'Must be true or false.' },
  not_object: { id: 'Harus berupa objek.', en: 'Must be an object.' },
  not_list: { id: 'Harus berupa daftar.', en: 'Must be a list.' },
  not_date: { id: 'Harus tanggal yang ada, YYYY-MM-DD.', en: 'Must be an existing date, YYYY-MM-DD.' },
  not_instant: {
    id: 'Harus saat ISO 8601 dengan selisih zona.',
    en: 'Must be an ISO 8601 instant with an offset.',
  },
  not_period: {
    id: 'Harus periode ISO 8601, misalnya P60D.',
    en: 'Must be an ISO 8601 period, P60D for instance.',
  },
  not_uuid: { id: 'Harus sebuah id (UUID).', en: 'Must be an id (UUID).' },
  not_one_of: { id: 'Harus salah satu dari: {{choices}}.', en: 'Must be one of: {{choices}}.' },
  unknown_agency: {
    id: 'Tidak ada instansi dengan kode ini; daftarnya di /api/v1/organisations?kind=agency.',
    en: 'No agency has this code; the list is at /api/v1/organisations?kind=agency.',
  },
  unknown_organisation: { id: 'Tidak ada organisasi ini.', en: 'There is no such organisation.' },
  unknown_account: {
    id: 'Tidak ada akun dengan nama pengguna ini.',
    en: 'No account has this user name.',
  },
  disabled_account: {
    id: 'Akun ini dinonaktifkan. Aktifkan dahulu.',
    en: 'This account is disabled. Enable it first.',
  },
  unknown_person: {
    id: 'Tidak ada orang dengan NIP ini dalam daftar.',
    en: 'Nobody in the register has this NIP.',
  },
  nip_of_agencies: {
    id: 'NIP hanya diisi oleh instansi, untuk orangnya sendiri.',
    en: 'Only an agency gives a NIP, of its own people.',
  },
  has_account: {
    id: 'Orang ini sudah punya akun: beri peran kepada akun itu.',
    en: 'This person has an account already: give the role to that account.',
  },
  not_the_registers: {
    id: 'Bukan surel yang tercatat untuk NIP ini. Undangan hanya dikirim ke surel yang tercatat.',
    en: 'Not the mail address that is on record for this NIP. An invitation goes nowhere else.',
  },
  unit_open: {
    id: '{{name}} ({{code}}) di bawahnya masih terbuka: tutup dahulu.',
    en: '{{name}} ({{code}}) below it is still open: close it first.',
  },
  below_itself: {
    id: 'Sebuah unit tidak dapat berada di bawah dirinya sendiri atau unitnya.',
    en: 'A unit cannot stand below itself or one of its own units.',
  },
  day_is_past: {
    id: 'Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'This day is past. Choose today or a later one.',
  },
  before_its_start: { id: 'Lebih awal daripada tanggal mulainya.', en: 'Earlier than its first day.' },
  accredited_too_long: {
    id: 'Kategori {{category}} berlaku paling lama {{years}} tahun: sampai {{last}}.',
    en: 'Category {{category}} holds for {{years}} years at most: until {{last}}.',
  },
  not_time: {
    id: 'Tulis jam sebagai 07.30 atau 07:30.',
    en: 'Write the time of day as 07:30 or 07.30.',
  },
  not_of_pattern: { id: 'Tidak sesuai pola {{pattern}}.', en: 'Does not match the pattern {{pattern}}.' },
  out_of_years: {
    id: 'Harus antara 1990-01-01 dan 2100-12-31.',
    en: 'Must lie between 1990-01-01 and 2100-12-31.',
  },
  more_than_total: { id: 'Melebihi jumlah seluruhnya.', en: 'More than there are in all.' },
  too_small: { id: 'Paling kecil {{limit}}.', en: 'At least {{limit}}.' },
  too_large: { id: 'Paling besar {{limit}}.', en: 'At most {{limit}}.' },
  too_short: { id: 'Paling sedikit {{limit}} huruf.', en: 'At least {{limit}} characters.' },
  search_too_long: {
    id: 'Kata yang dicari paling panjang {{limit}} huruf. Pendekkan, lalu cari lagi.',
    en: 'What is searched for has {{limit}} letters at most. Shorten it and search again.',
  },
  too_long: { id: 'Paling banyak {{limit}} huruf.', en: 'At most {{limit}} characters.' },
  too_few: { id: 'Paling sedikit {{limit}} butir.', en: 'At least {{limit}} items.' },
  too_many: { id: 'Paling banyak {{limit}} butir.', en: 'At most {{limit}} items.' },
  duplicate: { id: 'Disebut lebih dari sekali.', en: 'Named more than once.' },
  exactly_one_of: { id: 'Isi tepat satu dari: {{choices}}.', en: 'Give exactly one of: {{choices}}.' },
  bad_characters: {
    id: 'Memuat huruf yang tidak dapat disimpan.',
    en: 'Contains characters that cannot be stored.',
  },
  bad_cursor: { id: 'Penunjuk halaman tidak sah.', en: 'Invalid page cursor.' },
  not_confirmed: { id: 'Tidak sesuai.', en: 'Does not fit.' },
  invalid: { id: 'Tidak sah.', en: 'Invalid.' },
};
