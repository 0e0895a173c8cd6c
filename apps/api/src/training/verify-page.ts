import { dateInWords } from '#libs/calendar';
import { escapeHtml } from '#libs/exchange';
import type { Locale } from '#libs/platform';
import type { Verification } from '#libs/training';
import { certificateKindName } from './certificate-words.js';
import { VERIFY_STYLE } from './verify-style.js';

type Shown = Omit<Verification, 'note'> & { note?: string };
type Texts = (typeof TEXTS)[Locale];

const TEXTS = {
  id: {
    title: 'Verifikasi sertifikat',
    about: 'Ketik nomor yang tercetak pada sertifikat, atau pindai kode QR-nya.',
    field: 'Nomor sertifikat',
    example: 'Contoh: SKM-LP01-2026-00012-K7',
    check: 'Periksa',
    another: 'Periksa sertifikat lain',
    language: 'English',
    at: 'Diperiksa {{day}}. Halaman ini menampilkan keadaan saat ini, bukan saat sertifikat dicetak.',
    status: {
      valid: ['Sah dan berlaku', 'Sertifikat ini diterbitkan oleh lembaga di bawah dan masih berlaku.'],
      expiringSoon: ['Sah, segera berakhir', 'Sertifikat ini sah; masa berlakunya segera berakhir.'],
      expired: ['Sudah berakhir', 'Sertifikat ini pernah sah, tetapi masa berlakunya sudah berakhir.'],
      revoked: ['Dicabut', 'Sertifikat ini telah dicabut oleh penerbitnya dan tidak berlaku lagi.'],
      unknown: [
        'Tidak dikenal',
        'Tidak ada sertifikat dengan nomor ini. Periksa kembali setiap huruf dan angkanya; bila sudah benar, hubungi lembaga yang tercetak pada sertifikat.',
      ],
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
    about: 'Type the serial that is printed on the certificate, or scan its QR code.',
    field: 'Serial of the certificate',
    example: 'Example: SKM-LP01-2026-00012-K7',
    check: 'Check',
    another: 'Check another certificate',
    language: 'Bahasa Indonesia',
    at: 'Checked on {{day}}. This page tells how the certificate stands now, not when it was printed.',
    status: {
      valid: ['Genuine and valid', 'This certificate was issued by the institute below and is in force.'],
      expiringSoon: ['Genuine, expires soon', 'This certificate is genuine; its validity ends soon.'],
      expired: ['Expired', 'This certificate was genuine, but its validity has ended.'],
      revoked: ['Revoked', 'This certificate was revoked by its issuer and is no longer in force.'],
      unknown: [
        'Unknown',
        'There is no certificate with this serial. Check every letter and digit; if they are right, ask the institute that is printed on the certificate.',
      ],
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

/** A mark beside the words: nobody has to tell the colours apart. */
const MARKS: Record<Shown['status'], string> = {
  valid: '✓',
  expiringSoon: '✓',
  expired: '!',
  revoked: '✕',
  unknown: '?',
};

/** Where somebody types the serial of a certificate. */
export function verifyForm(locale: Locale): string {
  const texts = TEXTS[locale];
  return page(locale, {
    title: texts.title,
    otherLanguage: `/verify?lang=${other(locale)}`,
    main: `<p class="about">${texts.about}</p>${form(texts, locale, texts.field)}`,
  });
}

/** One small page without scripts, for whoever scans the code on a certificate. */
export function verifyPage(shown: Shown, locale: Locale, today: string): string {
  const texts = TEXTS[locale];
  const [said, about] = texts.status[shown.status];
  const rows = rowsOf(shown, locale)
    .map(([label, value]) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`)
    .join('');
  const at = texts.at.replace('{{day}}', dateInWords(today, locale));
  return page(locale, {
    title: texts.title,
    subject: shown.serial,
    otherLanguage: `/verify/${encodeURIComponent(shown.serial)}?lang=${other(locale)}`,
    main: `<section class="status ${shown.status}" data-status="${shown.status}">
<span class="mark" aria-hidden="true">${MARKS[shown.status]}</span><div><h2>${said}</h2><p>${about}</p></div></section>
<dl>${rows}</dl><p class="small">${at}</p>
<h2 class="next">${texts.another}</h2>${form(texts, locale, texts.field)}`,
  });
}

interface Content {
  title: string;
  subject?: string;
  otherLanguage: string;
  main: string;
}

function page(locale: Locale, { title, subject, otherLanguage, main }: Content): string {
  const named = subject === undefined ? title : `${title} ${escapeHtml(subject)}`;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${named} · Titian</title><link rel="icon" href="data:,"><style>${VERIFY_STYLE}</style></head>
<body><header><div><a class="product" href="/">Titian</a><a href="${otherLanguage}" lang="${other(locale)}">${TEXTS[locale].language}</a></div></header>
<main><h1>${title}</h1>${main}</main></body></html>`;
}

function form(texts: Texts, locale: Locale, label: string): string {
  return `<form action="/verify" method="get"><input type="hidden" name="lang" value="${locale}">
<label for="serial">${label}</label><p class="small" id="example">${texts.example}</p>
<div class="row"><input id="serial" name="serial" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="example"><button>${texts.check}</button></div></form>`;
}

function other(locale: Locale): Locale {
  return locale === 'id' ? 'en' : 'id';
}

const DATES = ['issuedOn', 'assessedOn', 'validUntil', 'revokedOn'] as const;

function rowsOf(shown: Shown, locale: Locale): [string, string][] {
  const { labels } = TEXTS[locale];
  const { serial, kind, name, level, programme, issuer, note } = shown;
  const days = DATES.map((key) => [key, shown[key] ? dateInWords(shown[key], locale) : null]);
  const values: Partial<Record<keyof typeof labels, string | number | null | undefined>> = {
    serial,
    name,
    kind: kind && certificateKindName(kind)[locale],
    level,
    programme,
    issuer: issuer?.name,
    ...(Object.fromEntries(days) as Record<(typeof DATES)[number], string | null>),
    note,
  };
  return (Object.keys(values) as (keyof typeof labels)[]).flatMap((key) => {
    const value = values[key];
    return value === undefined || value === null ? [] : [[labels[key], String(value)] as [string, string]];
  });
}
