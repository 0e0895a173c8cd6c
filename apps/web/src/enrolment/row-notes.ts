import type { Checked, Fault, Line } from './imports.js';

/** A row with what is wrong with it, and what else is to be said of it. */
export interface NotedRow extends Line {
  faults: Fault[];
  warnings: Fault[];
}

export const SHOWN = ['all', 'rejected', 'warned', 'created', 'updated', 'unchanged'] as const;
export type Shown = (typeof SHOWN)[number];

export function notedRows({ lines, rejected, warnings }: Checked): NotedRow[] {
  const [faultsOf, warningsOf] = [byRow(rejected), byRow(warnings)];
  return lines.map((line) => ({
    ...line,
    faults: faultsOf.get(line.row) ?? [],
    warnings: warningsOf.get(line.row) ?? [],
  }));
}

/** What is said of the file, or of rows that are nobody's. */
export function fileNotes({ lines, rejected, warnings }: Checked): Fault[] {
  const rows = new Set(lines.map(({ row }) => row));
  return [...rejected, ...warnings].filter(({ row }) => row === undefined || !rows.has(row));
}

export function isShown({ outcome, warnings }: NotedRow, shown: Shown): boolean {
  if (shown === 'all') return true;
  return shown === 'warned' ? warnings.length > 0 : outcome === shown;
}

function byRow(faults: readonly Fault[]): Map<number, Fault[]> {
  const found = new Map<number, Fault[]>();
  for (const fault of faults) {
    if (fault.row === undefined) continue;
    const of = found.get(fault.row);
    if (of) of.push(fault);
    else found.set(fault.row, [fault]);
  }
  return found;
}
