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
  return process.env['LOG_LEVEL'] === 'debug'
    ? (error.stack ?? error.message)
    : chainOf(error).join('\n  because: ');
}

function chainOf(error: Error): string[] {
  const message = error.message || ('code' in error ? String(error.code) : error.name);
  return error.cause instanceof Error ? [message, ...chainOf(error.cause)] : [message];
}
