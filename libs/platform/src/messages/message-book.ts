import { createInstance, type i18n } from 'i18next';
import type { Bilingual } from '#libs/calendar';
import { LOCALES, type Locale } from '../locale.js';
import { accessMessages } from './access.messages.js';
import { catalogueMessages } from './catalogue.messages.js';
import { fieldMessages } from './field.messages.js';
import { journeyMessages } from './journey.messages.js';
import type { FieldTexts, ProblemTexts } from './message-catalogue.js';
import { requestMessages } from './request.messages.js';
import { timetableMessages } from './timetable.messages.js';

const OWN_PROBLEMS: ProblemTexts = {
  ...requestMessages,
  ...accessMessages,
  ...catalogueMessages,
  ...journeyMessages,
  ...timetableMessages,
};

export interface MessageBook {
  problem(code: string, locale: Locale, params?: Record<string, unknown>): { title: string; detail: string };
  field(code: string, locale: Locale, params?: Record<string, unknown>): string;
  knows(code: string): boolean;
}

/** Every text of a refusal, in both languages. Product parts bring their own texts beside the platform's. */
export function createMessageBook(more: { problems?: ProblemTexts; fields?: FieldTexts } = {}): MessageBook {
  const problems = { ...OWN_PROBLEMS, ...more.problems };
  const fields = { ...fieldMessages, ...more.fields };
  const texts = instanceOf(problems, fields);
  const say = (key: string, locale: Locale, params: Record<string, unknown> = {}) =>
    texts.t(key, { lng: locale, ...params });
  return {
    problem: (code, locale, params) => {
      const known = code in problems ? code : 'request.failed';
      return { title: say(`${known}#title`, locale, params), detail: say(`${known}#detail`, locale, params) };
    },
    field: (code, locale, params) => say(`field:${code in fields ? code : 'invalid'}`, locale, params),
    knows: (code) => code in problems,
  };
}

function instanceOf(problems: ProblemTexts, fields: FieldTexts): i18n {
  const texts = createInstance();
  void texts.init({
    initAsync: false,
    showSupportNotice: false,
    lng: 'id',
    fallbackLng: false,
    // Codes carry dots and colons; a key is a key, not a path.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      LOCALES.map((locale) => [locale, { translation: linesOf(problems, fields, locale) }]),
    ),
  });
  return texts;
}

function linesOf(problems: ProblemTexts, fields: FieldTexts, locale: Locale): Record<string, string> {
  const lines: Record<string, string> = {};
  const put = (key: string, text: Bilingual) => (lines[key] = text[locale]);
  for (const [code, text] of Object.entries(problems)) {
    put(`${code}#title`, text.title);
    put(`${code}#detail`, text.detail);
  }
  for (const [code, text] of Object.entries(fields)) put(`field:${code}`, text);
  return lines;
}
