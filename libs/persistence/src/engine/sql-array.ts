/**
 * Lists as Postgres reads them. The driver does the same for a JavaScript array, element by element and twice over; a batch
 * has thousands.
 */
type Plainly = string | number | boolean | null | undefined;

/** Of ids, numbers, instants and the like: of what has neither quotes nor commas. */
export function plainArray(values: readonly Plainly[]): string {
  return `{${values.map((value) => value ?? 'NULL').join()}}`;
}

export function textArray(values: readonly (string | null | undefined)[]): string {
  return `{${values.map((value) => (value === null || value === undefined ? 'NULL' : quoted(value))).join()}}`;
}

/** A JSON text has no control characters, so that its own quoting is that of an array's element. */
export function jsonArray(values: readonly unknown[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : JSON.stringify(JSON.stringify(value)))).join()}}`;
}

function quoted(text: string): string {
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}
