import type { Delimiter } from './table.js';

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t'];

/** The delimiter that splits the heading line into most columns; `sep=;` in the first line, as Excel writes it, decides. */
export function detectDelimiter(text: string): { delimiter: Delimiter; body: string } {
  const declared = /^sep=([,;\t])\r?\n/i.exec(text);
  if (declared) return { delimiter: declared[1] as Delimiter, body: text.slice(declared[0].length) };
  const heading = outsideQuotes(text.slice(0, firstLineEnd(text)));
  const counts = CANDIDATES.map((delimiter) => heading.split(delimiter).length);
  const best = counts.indexOf(Math.max(...counts));
  return { delimiter: CANDIDATES[best] ?? ',', body: text };
}

function firstLineEnd(text: string): number {
  const end = text.search(/\r|\n/);
  return end === -1 ? text.length : end;
}

function outsideQuotes(line: string): string {
  return line.replace(/"[^"]*"/g, '');
}
