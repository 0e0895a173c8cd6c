import type { Bilingual } from '#libs/calendar';
import type { Locale } from '../locale.js';
import { accessMessages } from './access.messages.js';
import { administrationMessages } from './administration.messages.js';
import { catalogueMessages } from './catalogue.messages.js';
import { fieldMessages } from './field.messages.js';
import { journeyMessages } from './journey.messages.js';
import type { FieldTexts, ProblemTexts } from './message-catalogue.js';
import { requestMessages } from './request.messages.js';
import { createTextBook } from './text-book.js';
import { timetableMessages } from './timetable.messages.js';

const OWN_PROBLEMS: ProblemTexts = {
  ...requestMessages,
  ...accessMessages,
  ...administrationMessages,
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
  const { say } = createTextBook(linesOf(problems, fields));
  return {
    problem: (code, locale, params) => {
      const known = code in problems ? code : 'request.failed';
      return { title: say(`${known}#title`, locale, params), detail: say(`${known}#detail`, locale, params) };
    },
    field: (code, locale, params) => say(`field:${code in fields ? code : 'invalid'}`, locale, params),
    knows: (code) => code in problems,
  };
}

function linesOf(problems: ProblemTexts, fields: FieldTexts): Record<string, Bilingual> {
  return Object.fromEntries([
    ...Object.entries(problems).flatMap(([code, { title, detail }]) => [
      [`${code}#title`, title],
      [`${code}#detail`, detail],
    ]),
    ...Object.entries(fields).map(([code, text]) => [`field:${code}`, text]),
  ]) as Record<string, Bilingual>;
}
