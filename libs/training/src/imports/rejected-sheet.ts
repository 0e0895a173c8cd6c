import type { Language } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import { REASON_HEADING } from '../roster/heading-key.js';
import type { ImportedRow } from './import-store.port.js';
import type { SheetWords } from './sheet-words.js';

/** Only the bad rows as they were sent, with the reasons in a column that is not read when the mended file comes back. */
export function rejectedSheet(
  headings: readonly string[],
  rows: readonly Pick<ImportedRow, 'cells' | 'faults'>[],
  words: SheetWords,
  language: Language,
): SheetToWrite {
  const said = (column: string | undefined) => (column === undefined ? '' : `${words.headingOf(column)}: `);
  return {
    name: language === 'id' ? 'Ditolak' : 'Rejected',
    columns: [
      ...headings.map((heading) => ({ heading, width: 18 })),
      { heading: REASON_HEADING[language], width: 60 },
    ],
    rows: rows.map(({ cells, faults }) => [
      ...headings.map((_, column) => cells?.[column] ?? ''),
      faults.map(({ column, message }) => `${said(column)}${message[language]}`).join('\n'),
    ]),
  };
}
