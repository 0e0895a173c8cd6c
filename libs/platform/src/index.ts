export type { Clock } from './clock.port.js';
export { systemClock } from './system-clock.js';
export {
  createLog,
  LOG_LEVELS,
  type Log,
  type LogFields,
  type LogLevel,
  type LogOptions,
} from './json-log.js';
export { DEFAULT_LOCALE, LOCALES, textIn, type Locale } from './locale.js';
export type { FieldTexts, ProblemText, ProblemTexts } from './messages/message-catalogue.js';
export { fieldMessage } from './messages/field-message.js';
export { createTextBook, type TextBook } from './messages/text-book.js';
export { createMessageBook, type MessageBook } from './messages/message-book.js';
export { problemType, type Problem, type ProblemError } from './problem.js';
export { refused, type FieldFault, type RefusalDetail, type RefusalKind, type Refused } from './refusal.js';
export { heldRows } from './held-rows.js';
export {
  beyondTheCaller,
  currentRequest,
  currentRequestId,
  runInRequest,
  type RequestMatter,
  type RequestScope,
} from './request-scope.js';
export { parseSettings, SettingsFaults, SETTINGS, type Settings } from './settings.js';
export { type OidcSettings, type SignInSettings } from './sign-in-settings.js';
export { onStopSignal } from './shutdown.js';
export { zodFaults } from './zod-faults.js';
