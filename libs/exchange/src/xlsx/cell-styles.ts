import { attribute, walkXml } from './walk-xml.js';

/** Numbers of Excel's own formats that show a day, with or without the time. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** As what a cell shows its number. */
export type CellStyle = 'day' | 'percent' | 'plain';

const PERCENT = new Set([9, 10]);

/** As what the workbook's cell styles show a number, by the style's number. */
export function cellStyles(xml: string | null): CellStyle[] {
  const custom = new Map<number, CellStyle>();
  const formats: number[] = [];
  if (xml === null) return [];
  let inCells = false;
  walkXml(xml, {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') custom.set(id, styleOf(attribute(attributes, 'formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(id);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => custom.get(id) ?? builtIn(id));
}

function builtIn(id: number): CellStyle {
  if (PERCENT.has(id)) return 'percent';
  return BUILT_IN.has(id) ? 'day' : 'plain';
}

/** Without quoted texts, escaped letters and brackets a format with a day or a year in it shows a date. */
function styleOf(code: string): CellStyle {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/[dy]/i.test(bare) || /m{3,}/i.test(bare)) return 'day';
  return bare.includes('%') ? 'percent' : 'plain';
}

const DAY_MS = 86_400_000;

/**
 * The day of a serial number, YYYY-MM-DD; null when there is none. Excel believes in 29 February 1900, so the days
 * before it are counted from one day later.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  // Half a second, for a time of day that is a hair's breadth below midnight.
  const days = Math.floor((from1904 ? serial + 1462 : serial) + 1 / 172_800);
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465 || days === 60) return null;
  const epoch = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
}
