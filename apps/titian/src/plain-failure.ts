/** A failure that a person can do something about; printed as its message alone, without a stack. */
export class PlainFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PlainFailure';
  }
}

const PLAIN = new Set([
  'PlainFailure',
  'SettingsFaults',
  'ConfigFaults',
  'NewerSchemaError',
  'DefinitionFaults',
]);

/** What to print for whatever ended the program. */
export function failureInWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (PLAIN.has(error.name)) return error.message;
  // What the system or the database refuses has a code; without one it is a fault of ours, and its place is what helps.
  if ('code' in error) return chainOf(error).join('\n  because: ');
  return error.stack ?? error.message;
}

function chainOf(error: Error): string[] {
  const message = error.message || ('code' in error ? String(error.code) : error.name);
  return error.cause instanceof Error ? [message, ...chainOf(error.cause)] : [message];
}

export const NO_SECRET =
  'Set TITIAN_SECRET to at least 32 random characters, the same for every process: it seals second factors. `openssl rand -base64 48` makes one.';
