import type { ProblemTexts } from './message-catalogue.js';

export const requestMessages: ProblemTexts = {
  'request.malformed': {
    title: { id: 'Permintaan tidak terbaca', en: 'The request cannot be read' },
    detail: {
      id: 'Isi atau alamat permintaan rusak. Kirim JSON yang benar dalam UTF-8.',
      en: 'The body or the address of the request is malformed. Send well-formed JSON in UTF-8.',
    },
  },
  'request.invalid': {
    title: { id: 'Isian tidak sah', en: 'Invalid input' },
    detail: {
      id: 'Ada isian yang perlu diperbaiki. Keterangannya ada pada tiap isian.',
      en: 'Some of it needs to be put right. What is wrong is said for each field.',
    },
  },
  'request.not_found': {
    title: { id: 'Tidak ditemukan', en: 'Not found' },
    detail: {
      id: 'Tidak ada apa pun di alamat ini, atau Anda tidak berhak melihatnya.',
      en: 'There is nothing at this address, or it is not yours to see.',
    },
  },
  'request.method_not_allowed': {
    title: { id: 'Metode tidak diizinkan', en: 'Method not allowed' },
    detail: {
      id: 'Alamat ini tidak menerima {{method}}. Yang diterima: {{allowed}}.',
      en: 'This address does not take {{method}}. It takes {{allowed}}.',
    },
  },
  'request.conflict': {
    title: { id: 'Bertentangan dengan keadaan sekarang', en: 'In conflict with the present state' },
    detail: {
      id: 'Muat ulang keadaan terbaru, lalu coba lagi.',
      en: 'Load the latest state, then try again.',
    },
  },
  'request.too_large': {
    title: { id: 'Permintaan terlalu besar', en: 'The request is too large' },
    detail: { id: 'Kirim lebih sedikit sekaligus.', en: 'Send less at a time.' },
  },
  'list.too_long': {
    title: { id: 'Daftar terlalu panjang untuk satu lembar', en: 'The list is too long for one sheet' },
    detail: {
      id: 'Persempit dengan saringan: paling banyak {{most}} baris.',
      en: 'Narrow it by a filter: at most {{most}} rows.',
    },
  },
  'request.unsupported_media_type': {
    title: { id: 'Jenis isi tidak didukung', en: 'Unsupported media type' },
    detail: {
      id: 'Alamat ini menerima {{accepted}}.',
      en: 'This address takes {{accepted}}.',
    },
  },
  'request.too_many': {
    title: { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
    detail: {
      id: 'Tunggu {{seconds}} detik, lalu kirim lagi.',
      en: 'Wait {{seconds}} seconds, then send again.',
    },
  },
  'request.failed': {
    title: { id: 'Permintaan ditolak', en: 'The request was refused' },
    detail: { id: 'Permintaan tidak dapat dilayani.', en: 'The request cannot be served.' },
  },
  'request.file_missing': {
    title: { id: 'Berkas tidak ada', en: 'The file is missing' },
    detail: {
      id: 'Kirim berkas sebagai multipart/form-data dengan nama isian `{{field}}`.',
      en: 'Send the file as multipart/form-data under the field name `{{field}}`.',
    },
  },
  'server.failed': {
    title: { id: 'Ada yang gagal di sisi kami', en: 'Something failed on our side' },
    detail: {
      id: 'Tidak ada yang tersimpan setengah jalan. Coba lagi; bila berulang, sebutkan id ini kepada pengelola.',
      en: 'Nothing was half written. Try again; if it happens again, give this id to the operator.',
    },
  },
  'settings.version_unknown': {
    title: { id: 'Pengaturan tidak dikenal', en: 'Unknown settings' },
    detail: {
      id: 'Ini memakai versi kebijakan atau pengaturan yang tidak ada pada sistem ini. Minta pengelola sistem memasang kembali berkas pengaturannya; tidak ada yang hilang.',
      en: 'This goes by a version of the policy or settings that this system does not have. Ask the operator to put the file of the settings back; nothing is lost.',
    },
  },
  'server.unavailable': {
    title: { id: 'Belum siap', en: 'Not ready' },
    detail: {
      id: 'Sebagian dari layanan ini sedang tidak terjangkau. Kirim lagi sebentar; dengan Idempotency-Key yang sama permintaan dihitung sekali.',
      en: 'A part of this service is out of reach for the moment. Send it again shortly; with the same Idempotency-Key a request counts once.',
    },
  },
};
