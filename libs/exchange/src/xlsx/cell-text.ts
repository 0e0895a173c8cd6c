import { cleaned } from '../tabular/cleaned.js';
import { dayOfSerial, type CellStyle } from './cell-styles.js';
import { unescaped } from './unescaped.js';

/** A cell as the sheet's part writes it: a formula comes as the value that was kept with it. */
export interface RawCell {
  type: string;
  style: number;
  value: string;
}

export interface CellMeanings {
  strings: string[];
  styles: CellStyle[];
  from1904: boolean;
}

/** What a person would read in the cell, with dates as YYYY-MM-DD and shares in percent; without signs of currency. */
export function cellText({ type, style, value }: RawCell, meanings: CellMeanings): string {
  switch (type) {
    case 's':
      return meanings.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' || value === 'true' ? 'true' : 'false';
    case 'd':
      return value.slice(0, 10);
    case 'n':
      return numberText(value, meanings.styles[style] ?? 'plain', meanings.from1904);
    default:
      return cleaned(unescaped(value));
  }
}

/**
 * Excel keeps fifteen digits of a number. A longer one, such as a NIP in a cell that is not text, has lost its end for
 * good: it is written as Excel shows it, 1.98E+17, so that whoever reads it can say so instead of taking a wrong person.
 */
function numberText(value: string, style: CellStyle, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return cleaned(value);
  if (style === 'day') return dayOfSerial(number, from1904) ?? String(number);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return number.toExponential().toUpperCase();
  if (style === 'percent') return `${String(Number((number * 100).toPrecision(15)))}%`;
  return String(Number(number.toPrecision(15)));
}
