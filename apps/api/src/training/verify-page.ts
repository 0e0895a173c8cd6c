import { dateInWords, isLocalDate } from '#libs/calendar';
import { escapeHtml } from '#libs/exchange';
import type { Locale } from '#libs/platform';
import type { Verification } from '#libs/training';

type Shown = Omit<Verification, 'note'> & { note?: string };

const TEXTS = {
  id: {
    title: 'Verifikasi sertifikat',
    status: {
      valid: 'Sertifikat ini sah dan berlaku.',
      expiringSoon: 'Sertifikat ini sah dan segera berakhir.',
      expired: 'Sertifikat ini sah, tetapi masa berlakunya sudah berakhir.',
      revoked: 'Sertifikat ini telah dicabut.',
      unknown: 'Tidak ada sertifikat dengan nomor ini.',
    },
    kind: {
      completion: 'Surat Tanda Tamat Pelatihan',
      competency: 'Sertifikat Kompetensi Manajerial',
      participation: 'Sertifikat Keikutsertaan',
    },
    labels: {
      serial: 'Nomor',
      kind: 'Jenis',
      name: 'Nama',
      level: 'Level',
      programme: 'Program',
      issuer: 'Penerbit',
      issuedOn: 'Diterbitkan',
      assessedOn: 'Dinilai',
      validUntil: 'Berlaku sampai',
      revokedOn: 'Dicabut',
      note: 'Catatan',
    },
  },
  en: {
    title: 'Certificate verification',
    status: {
      valid: 'This certificate is genuine and valid.',
      expiringSoon: 'This certificate is genuine and expires soon.',
      expired: 'This certificate is genuine but has expired.',
      revoked: 'This certificate was revoked.',
      unknown: 'There is no certificate with this serial.',
    },
    kind: {
      completion: 'Certificate of completion',
      competency: 'Certificate of managerial competency',
      participation: 'Certificate of participation',
    },
    labels: {
      serial: 'Serial',
      kind: 'Kind',
      name: 'Name',
      level: 'Level',
      programme: 'Programme',
      issuer: 'Issuer',
      issuedOn: 'Issued',
      assessedOn: 'Assessed',
      validUntil: 'Valid until',
      revokedOn: 'Revoked',
      note: 'Note',
    },
  },
} as const;

/** One small page without scripts, for whoever scans the code on a certificate. */
export function verifyPage(shown: Shown, locale: Locale): string {
  const texts = TEXTS[locale];
  const rows = rowsOf(shown, locale)
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title} ${escapeHtml(shown.serial)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}dt{font-weight:600;margin-top:.5rem}dd{margin:0}p.status{font-size:1.25rem;border-left:.4rem solid;padding-left:.75rem}</style>
</head><body><main><h1>${texts.title}</h1><p class="status" data-status="${shown.status}">${texts.status[shown.status]}</p><dl>${rows}</dl></main></body></html>`;
}

function rowsOf(shown: Shown, locale: Locale): [string, string][] {
  const { labels, kind } = TEXTS[locale];
  const { serial, name, level, programme, issuer, issuedOn, assessedOn, validUntil, revokedOn, note } = shown;
  const values = {
    serial,
    kind: shown.kind && kind[shown.kind],
    name,
    level,
    programme,
    issuer: issuer?.name,
    issuedOn,
    assessedOn,
    validUntil,
    revokedOn,
    note,
  };
  const keys = Object.keys(labels) as (keyof typeof labels)[];
  return keys.flatMap((key) => {
    const value = values[key];
    return value === undefined || value === null
      ? []
      : [[labels[key], written(String(value), locale)] as [string, string]];
  });
}

function written(value: string, locale: Locale): string {
  return isLocalDate(value) ? dateInWords(value, locale) : value;
}
