import type { ProblemTexts } from './message-catalogue.js';

export const administrationMessages: ProblemTexts = {
  'organisation.code_taken': {
    title: { id: 'Kode sudah dipakai', en: 'The code is taken' },
    detail: {
      id: 'Sudah ada organisasi berkode {{code}}. Pilih kode lain.',
      en: 'There is an organisation with the code {{code}} already. Choose another code.',
    },
  },
  'organisation.no_units': {
    title: { id: 'Hanya instansi yang punya unit', en: 'Only agencies have units' },
    detail: {
      id: 'Unit hanya dapat dibuat di bawah instansi, dan berupa instansi pula.',
      en: 'A unit can be made below an agency only, and is an agency itself.',
    },
  },
  'organisation.not_accredited': {
    title: { id: 'Bukan lembaga asesmen', en: 'Not an assessment centre' },
    detail: {
      id: 'Akreditasi BKN hanya dicatat untuk lembaga asesmen.',
      en: "BKN's accreditation is noted for assessment centres only.",
    },
  },
  'organisation.closed': {
    title: { id: 'Unit ini sudah ditutup', en: 'The unit is closed' },
    detail: {
      id: '{{name}} sudah ditutup. Buka kembali dahulu, atau pilih unit lain.',
      en: '{{name}} is closed. Open it again first, or choose another unit.',
    },
  },
  'organisation.not_closed': {
    title: { id: 'Unit ini tidak ditutup', en: 'The unit is not closed' },
    detail: { id: 'Unit ini masih berjalan.', en: 'There is nothing to open again.' },
  },
  'organisation.not_a_unit': {
    title: { id: 'Bukan unit', en: 'Not a unit' },
    detail: {
      id: 'Hanya unit di bawah instansi yang dapat ditutup.',
      en: 'Only a unit below an agency can be closed.',
    },
  },
  'organisation.in_use': {
    title: { id: 'Unit ini masih dipakai', en: 'The unit is still in use' },
    detail: {
      id: 'Unit ditutup setelah tidak ada lagi anggota dan unit yang terbuka di bawahnya.',
      en: 'A unit is closed when nobody belongs to it and no open unit is below it any more.',
    },
  },
  'member.role_not_of_kind': {
    title: { id: 'Peran ini tidak ada di sana', en: 'There is no such role there' },
    detail: {
      id: 'Jenis organisasi ini tidak mengenal peran tersebut.',
      en: 'Organisations of this kind do not have that role.',
    },
  },
  'member.oneself': {
    title: { id: 'Tidak untuk diri sendiri', en: 'Not to oneself' },
    detail: {
      id: 'Tidak seorang pun memberi peran kepada dirinya sendiri. Minta admin lain atau LAN.',
      en: 'Nobody gives a role to himself. Ask another administrator or LAN.',
    },
  },
  'member.already': {
    title: { id: 'Sudah memegang peran ini', en: 'Has this role already' },
    detail: {
      id: 'Orang ini sudah memegang peran tersebut di organisasi ini.',
      en: 'This person has that role in this organisation already.',
    },
  },
  'member.ended': {
    title: { id: 'Peran ini sudah berakhir', en: 'This role has ended already' },
    detail: {
      id: 'Peran ini sudah berakhir. Tidak ada yang berubah.',
      en: 'This role has ended already. Nothing has changed.',
    },
  },
  'member.own_last_admin': {
    title: { id: 'Peran admin terakhir Anda', en: 'Your last administrator role' },
    detail: {
      id: 'Anda tidak dapat mengakhiri peran admin terakhir Anda sendiri. Minta admin lain atau LAN mengakhirinya.',
      en: 'You cannot end your own last administrator role. Ask another administrator or LAN to end it.',
    },
  },
  'member.last_admin': {
    title: { id: 'Admin terakhir organisasi ini', en: 'The last administrator of this organisation' },
    detail: {
      id: 'Sebutkan penggantinya di `successor`: tanpa admin, tidak ada yang mengurus organisasi ini.',
      en: 'Name whoever follows in `successor`: without an administrator nobody keeps this organisation.',
    },
  },
  'member.last_admin_planned': {
    title: { id: 'Admin terakhir organisasi ini', en: 'The last administrator of this organisation' },
    detail: {
      id: 'Setelah hari itu tidak ada lagi yang mengurus organisasi ini. Beri dahulu peran admin tanpa batas waktu kepada orang lain.',
      en: 'After that day nobody would keep this organisation. First make somebody else administrator without an end.',
    },
  },
  'account.oneself': {
    title: { id: 'Akun Anda sendiri', en: 'Your own account' },
    detail: {
      id: 'Tidak seorang pun mengurus akunnya sendiri sebagai admin. Minta admin lain atau LAN.',
      en: 'Nobody administers his own account. Ask another administrator or LAN.',
    },
  },
  'account.not_invited': {
    title: { id: 'Undangan sudah diterima', en: 'The invitation is accepted' },
    detail: {
      id: 'Pemilik akun ini sudah memilih kata sandi. Nonaktifkan akunnya atau akhiri perannya.',
      en: 'The owner of the account has chosen a password. Disable the account or end its roles.',
    },
  },
  'account.elsewhere': {
    title: { id: 'Akun ini juga bertugas di tempat lain', en: 'The account is at work elsewhere too' },
    detail: {
      id: 'Akun ini punya peran di organisasi yang tidak Anda kelola. Akhiri perannya di organisasi Anda, atau minta LAN.',
      en: 'The account has roles in organisations that you do not administer. End its roles in yours, or ask LAN.',
    },
  },
  'account.last_admin': {
    title: { id: 'Admin terakhir', en: 'The last administrator' },
    detail: {
      id: 'Tanpa akun ini, {{organisation}} tidak punya admin. Beri dahulu peran admin kepada orang lain di sana.',
      en: 'Without this account {{organisation}} has no administrator. First make somebody else administrator there.',
    },
  },
};
