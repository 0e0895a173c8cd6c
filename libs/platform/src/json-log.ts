import { currentRequestId } from './request-scope.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
type WrittenLevel = Exclude<LogLevel, 'silent'>;

export type LogFields = Record<string, unknown>;

/** ERROR means that a person must act; everything that a caller did wrong is at most INFO. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields & { error?: unknown }): void;
}

export interface LogOptions {
  level: LogLevel;
  write?: (line: string) => void;
  now?: () => string;
}

export function createLog(options: LogOptions): Log {
  const write = options.write ?? ((line: string) => process.stderr.write(line));
  const now = options.now ?? (() => new Date().toISOString());
  const threshold = LOG_LEVELS.indexOf(options.level);
  const at =
    (level: WrittenLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(level) < threshold) return;
      const entry = { time: now(), level, requestId: currentRequestId(), message, ...plain(fields) };
      write(`${withoutPeople(JSON.stringify(entry))}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * The net below: what names a person never reaches the log, not even in the words of a failure that quotes a value. A NIP keeps its
 * last four digits, an address its domain.
 */
function withoutPeople(line: string): string {
  return line.replaceAll(NIP, '••••$1').replaceAll(ADDRESS, '•••@$1');
}

const NIP = /(?<!\d)\d{14}(\d{4})(?!\d)/g;
const ADDRESS = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g;

/** An Error has no enumerable fields: JSON would show `{}` where the cause should stand. */
function plain(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, inWords(value)]));
}

function inWords(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const cause = value.cause === undefined ? {} : { cause: inWords(value.cause) };
  return { name: value.name, message: value.message, stack: value.stack, ...cause };
}
