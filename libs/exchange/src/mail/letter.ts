import { createTextBook, type Locale } from '#libs/platform';
import { escapeHtml } from './escape-html.js';
import { LETTER_TEXTS } from './letter-texts.js';

/** One thing that is told. */
export interface LetterItem {
  title: string;
  text: string;
  /** Where to see to it; null without a public address. */
  href: string | null;
}

export interface LetterContent {
  locale: Locale;
  name: string;
  items: LetterItem[];
  /** How many more there are than stand in the letter. */
  more: number;
  inbox: string | null;
  preferences: string | null;
}

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

const { say } = createTextBook(LETTER_TEXTS);

/** A letter in the reader's language: one item under its own title, several as a digest; plain text and the same as HTML. */
export function letterOf(content: LetterContent): Letter {
  return { subject: subjectOf(content), text: plainText(content), html: html(content) };
}

function subjectOf({ locale, items, more }: LetterContent): string {
  const [only] = items;
  const subject =
    items.length === 1 && more === 0 && only
      ? only.title
      : say('subjectOfMany', locale, { number: items.length + more });
  return `[Titian] ${oneLine(subject)}`;
}

function plainText({ locale, name, items, more, inbox, preferences }: LetterContent): string {
  const told = items.map(({ title, text, href }) =>
    [`* ${oneLine(title)}`, text, ...(href ? [`${say('open', locale)}: ${href}`] : [])].join('\n'),
  );
  const parts = [
    say('greeting', locale, { name: oneLine(name) }),
    items.length + more === 1
      ? say('introToOne', locale)
      : say('introToMany', locale, { number: items.length + more }),
    ...told,
    ...(more > 0 ? [say('more', locale, { number: more })] : []),
    ...(inbox ? [`${say('inbox', locale)}: ${inbox}`] : []),
    `-- \n${say('footer', locale)}${preferences ? `\n${say('preferences', locale)}: ${preferences}` : ''}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function html({ locale, name, items, more, inbox, preferences }: LetterContent): string {
  const line = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const link = (href: string, text: string) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
  const told = items.map(
    ({ title, text, href }) =>
      `<li><strong>${escapeHtml(title)}</strong><br>${escapeHtml(text)}${href ? `<br>${link(href, say('open', locale))}` : ''}</li>`,
  );
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subjectOf({ locale, name, items, more, inbox, preferences }))}</title></head>`,
    '<body style="font-family:sans-serif;line-height:1.5;max-width:40em">',
    line(say('greeting', locale, { name })),
    line(
      items.length + more === 1
        ? say('introToOne', locale)
        : say('introToMany', locale, { number: items.length + more }),
    ),
    `<ul>${told.join('')}</ul>`,
    ...(more > 0 ? [line(say('more', locale, { number: more }))] : []),
    ...(inbox ? [`<p>${link(inbox, say('inbox', locale))}</p>`] : []),
    `<hr><p><small>${escapeHtml(say('footer', locale))}${preferences ? ` ${link(preferences, say('preferences', locale))}` : ''}</small></p>`,
    '</body></html>',
  ].join('\n');
}

/** What stands in a heading or a subject: a line break there would begin another header or another item. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
