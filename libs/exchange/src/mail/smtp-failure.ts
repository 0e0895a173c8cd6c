interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  message?: unknown;
}

/** Servers repeat the address in what they say; it belongs into no log and no table. */
const ADDRESS = /[^\s<>@,;"']+@[^\s<>@,;"']+/g;
const LONGEST = 300;

/** Why a letter was not taken, in one line without any address. */
export function causeInWords(error: unknown): string {
  const { code, responseCode, message } = failureOf(error);
  const said = typeof message === 'string' ? message : String(error);
  const known = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number');
  const line = `${known.join(' ')} ${said}`.replace(/\s+/g, ' ').trim();
  return line.replace(ADDRESS, '[address]').slice(0, LONGEST);
}

/**
 * Whether the recipient or the letter was refused for good: an answer from 500 to 599 after the server had let us in
 * (RFC 5321, 4.2.1). Before, as with a wrong password, it is our own settings that a person may put right.
 */
export function isPermanent(error: unknown): boolean {
  const { command, responseCode } = failureOf(error);
  const isRefusal = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return isRefusal && (command === 'RCPT TO' || command === 'DATA');
}

function failureOf(error: unknown): SmtpFailure {
  return typeof error === 'object' && error !== null ? error : {};
}
