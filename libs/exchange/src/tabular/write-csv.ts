/** Semicolon-free CSV with a byte order mark, so that Excel opens it as UTF-8; cells that look like formulas are defused. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[headings, ...rows].map((cells) => cells.map((cell) => quoted(cell)).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
