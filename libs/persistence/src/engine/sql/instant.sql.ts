/** A timestamptz as the one canonical text of instants, `YYYY-MM-DDTHH:mm:ss.sssZ`, whatever the session's zone. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
