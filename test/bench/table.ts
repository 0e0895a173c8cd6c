import type { Figure } from './figure.js';
import type { Spread } from './statistics.js';

const HEAD = ['aim', 'figure', 'ours', 'floor', 'ratio', 'aimed at', 'met'];

/** Lines of a Markdown table: medians, with the least and the greatest round of the ratio. */
export function tableOf(figures: readonly Figure[]): string[] {
  const rows = figures.map(rowOf);
  const widths = HEAD.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - length(cell))).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function rowOf({ aim, name, unit, ours, floor, ratio, wanted, met }: Figure): string[] {
  return [
    String(aim),
    name,
    `${short(ours.median)} ${unit}`,
    floor ? `${short(floor.median)} ${unit}` : '–',
    ratio ? ratioOf(ratio) : '–',
    wanted,
    met ? 'yes' : 'NO',
  ];
}

function ratioOf({ median, min, max }: Spread): string {
  return `${short(median)} (${short(min)}–${short(max)})`;
}

/** Three digits that count. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return Number(value.toPrecision(3)).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

const length = (text: string) => [...text].length;
