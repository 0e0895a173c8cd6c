import type { Delimiter } from './table.js';

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t'];
const LINES_LOOKED_AT = 20;

/**
 * The delimiter that splits some line near the top into most columns (titles stand above the headings); `sep=;` in the
 * first line, as Excel writes it, decides.
 */
export function detectDelimiter(text: string): { delimiter: Delimiter; body: string } {
  const declared = /^sep=([,;\t])\r?\n/i.exec(text);
  if (declared) return { delimiter: declared[1] as Delimiter, body: text.slice(declared[0].length) };
  const lines = outsideQuotes(text.slice(0, 100_000))
    .split(/\r\n|\r|\n/)
    .slice(0, LINES_LOOKED_AT);
  const columns = (delimiter: Delimiter) => Math.max(...lines.map((line) => line.split(delimiter).length));
  const counts = CANDIDATES.map(columns);
  const best = counts.indexOf(Math.max(...counts));
  return { delimiter: CANDIDATES[best] ?? ',', body: text };
}

function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*"/g, '');
}
