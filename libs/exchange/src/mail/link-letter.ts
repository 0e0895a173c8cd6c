import type { Bilingual } from '#libs/calendar';
import { createTextBook, type Locale } from '#libs/platform';
import { escapeHtml } from './escape-html.js';
import type { Letter } from './letter.js';

export interface LinkLetterContent {
  locale: Locale;
  /** The person's name, or the user name where none is known. */
  name: string;
  username: string;
  purpose: 'recovery' | 'invitation';
  href: string;
  /** For how long the link holds. */
  lastsMinutes: number;
}

const TEXTS = {
  recoverySubject: { id: 'Atur ulang kata sandi', en: 'Set a new password' },
  recoveryText: {
    id: 'ada yang meminta tautan untuk mengganti kata sandi akun Titian Anda ({{username}}). Buka tautan ini untuk memilih kata sandi baru:',
    en: 'somebody asked for a link to change the password of your Titian account ({{username}}). Open it to choose a new password:',
  },
  recoveryUnless: {
    id: 'Bila bukan Anda yang meminta, abaikan surat ini: kata sandi Anda tidak berubah.',
    en: 'If it was not you, ignore this letter: your password stays as it is.',
  },
  invitationSubject: { id: 'Akun Anda di Titian', en: 'Your account at Titian' },
  invitationText: {
    id: 'sebuah akun Titian dibuat untuk Anda dengan nama pengguna {{username}}. Buka tautan ini untuk memilih kata sandi Anda:',
    en: 'an account at Titian was made for you under the user name {{username}}. Open this link to choose your password:',
  },
  invitationUnless: {
    id: 'Bila Anda tidak mengenal Titian, abaikan surat ini.',
    en: 'If you do not know Titian, ignore this letter.',
  },
  greeting: { id: 'Yth. {{name}},', en: 'Dear {{name}},' },
  minutes: {
    id: 'Tautan ini berlaku {{number}} menit dan hanya sekali.',
    en: 'The link holds for {{number}} minutes and works once.',
  },
  hours: {
    id: 'Tautan ini berlaku {{number}} jam dan hanya sekali.',
    en: 'The link holds for {{number}} hours and works once.',
  },
  footer: {
    id: 'Surat ini dikirim otomatis oleh Titian. Mohon tidak membalas surat ini.',
    en: 'Titian sent this letter by itself. Please do not answer it.',
  },
} as const satisfies Record<string, Bilingual>;

const { say } = createTextBook<keyof typeof TEXTS>(TEXTS);
const HOURS_FROM_MINUTES = 120;

/** A letter with a link by which its reader sets a password, in his language; plain text and the same as HTML. */
export function linkLetterOf({
  locale,
  name,
  username,
  purpose,
  href,
  lastsMinutes,
}: LinkLetterContent): Letter {
  const isLong = lastsMinutes >= HOURS_FROM_MINUTES;
  const number = isLong ? Math.floor(lastsMinutes / 60) : lastsMinutes;
  const subject = `[Titian] ${say(`${purpose}Subject`, locale)}`;
  const before = [
    say('greeting', locale, { name: name.replace(/\s+/g, ' ').trim() }),
    say(`${purpose}Text`, locale, { username }),
  ];
  const after = [
    say(isLong ? 'hours' : 'minutes', locale, { number }),
    say(`${purpose}Unless`, locale),
    say('footer', locale),
  ];
  const line = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return {
    subject,
    text: `${[...before, href, ...after].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
      '<body style="font-family:sans-serif;line-height:1.5;max-width:40em">',
      ...before.map(line),
      `<p><a href="${escapeHtml(href)}">${escapeHtml(href)}</a></p>`,
      ...after.map(line),
      '</body></html>',
    ].join('\n'),
  };
}
