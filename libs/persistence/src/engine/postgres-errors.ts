/** The inbox row was there already: the same message, sent twice at once. */
const DUPLICATE_MESSAGE = 'inbox_pkey';

const SERIALIZATION = ['40001', '40P01'];
const BROKEN_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'];
/** Classes of SQLSTATE: connection, operator intervention, resources, system error; and conflicts that outlived retries. */
const BROKEN_CLASSES = /^(?:08|57|53|58|40)[0-9A-Z]{3}$/;
const BROKEN_TEXT =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Worth doing the whole unit again from its beginning. */
export function isRetryable(error: unknown): boolean {
  return someCause(error, ({ code, constraint }) => {
    return SERIALIZATION.includes(code ?? '') || (code === '23505' && constraint === DUPLICATE_MESSAGE);
  });
}

/** Nobody's fault in the instance: the connection, the server, or a test's injected kill. */
export function isBroken(error: unknown): boolean {
  return someCause(error, ({ code, name, message }) => {
    if (name === 'InjectedFault') return true;
    if (code !== undefined && (BROKEN_CODES.includes(code) || BROKEN_CLASSES.test(code))) return true;
    return BROKEN_TEXT.test(message ?? '');
  });
}

interface Cause {
  name?: string;
  message?: string;
  code?: string;
  constraint?: string;
  cause?: unknown;
  driverError?: unknown;
}

function someCause(error: unknown, test: (cause: Cause) => boolean): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const cause = error as Cause;
  return test(cause) || someCause(cause.cause, test) || someCause(cause.driverError, test);
}
