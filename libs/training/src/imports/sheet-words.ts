import type { ImportKind } from './import-store.port.js';
import { FACT_COLUMNS } from '../facts/fact-columns.js';
import { PROFILE_COLUMNS } from '../profiles/profile-row.js';
import { ROSTER_COLUMNS } from '../roster/roster-columns.js';
import { columnNames } from '../roster/sheet-columns.js';
import type { Column } from '../roster/sheet.js';

export const COLUMNS_OF: Record<ImportKind, readonly Column[]> = {
  roster: ROSTER_COLUMNS,
  profiles: PROFILE_COLUMNS,
  facts: FACT_COLUMNS,
};

/** Whom a row of a sheet is about, as the sheet itself says it. */
export interface NamedRow {
  nip: string | null;
  name: string | null;
}

/** A sheet in the words of whoever made it. */
export class SheetWords {
  private readonly names: readonly (string | null)[];

  constructor(
    private readonly headings: readonly string[],
    private readonly columns: readonly Column[],
  ) {
    this.names = columnNames(headings, columns);
  }

  /** The sheet's own heading over a column of the contract, without its asterisk; where it lacks one, what people call it. */
  headingOf(column: string): string {
    const own = this.headings[this.names.indexOf(column)];
    return (
      own?.replace(/[\s*]+$/, '') ?? this.columns.find(({ name }) => name === column)?.titles[0] ?? column
    );
  }

  rowOf(cells: readonly string[]): NamedRow {
    const cell = (column: string) => {
      const at = this.names.indexOf(column);
      return (at < 0 ? '' : (cells[at] ?? '')).trim() || null;
    };
    return { nip: cell('nip'), name: cell('name') };
  }
}
