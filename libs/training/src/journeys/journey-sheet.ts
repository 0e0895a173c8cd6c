import { dateInWords, localDateOf, type Bilingual, type Language, type Zone } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import { actionLabel } from './action-labels.js';
import type { JourneyLine } from './journey-index.port.js';
import { whereIn } from './state-labels.js';

interface Column {
  heading: Bilingual;
  width: number;
  cell: (line: JourneyLine, language: Language) => string | null;
}

const YES: Bilingual = { id: 'Ya', en: 'Yes' };

const COLUMNS: Column[] = [
  { heading: { id: 'Nama', en: 'Name' }, width: 32, cell: ({ name }) => name },
  { heading: { id: 'NIP', en: 'NIP' }, width: 22, cell: ({ nip }) => nip },
  { heading: { id: 'Instansi', en: 'Agency' }, width: 36, cell: ({ agencyName }) => agencyName },
  { heading: { id: 'Angkatan', en: 'Cohort' }, width: 36, cell: ({ cohortName }) => cohortName },
  { heading: { id: 'Program', en: 'Programme' }, width: 12, cell: ({ programme }) => programme },
  {
    heading: { id: 'Di mana', en: 'Where' },
    width: 36,
    cell: ({ state }, language) => whereIn(state, language),
  },
  {
    heading: { id: 'Berikutnya', en: 'Next' },
    width: 36,
    cell: ({ status, nextAction }, language) =>
      status === 'final' ? null : actionLabel(nextAction)[language],
  },
  {
    heading: { id: 'Paling lambat', en: 'By' },
    width: 20,
    cell: ({ nextDue, zone }, language) =>
      nextDue && dateInWords(localDateOf(nextDue, zone as Zone), language),
  },
  {
    heading: { id: 'Lewat tenggat', en: 'Overdue' },
    width: 14,
    cell: ({ overdue }, language) => (overdue ? YES[language] : null),
  },
];

/** Journeys for Excel as their list shows them, one row each. */
export function journeySheet(lines: readonly JourneyLine[], language: Language): SheetToWrite {
  return {
    name: language === 'id' ? 'Peserta' : 'Participants',
    columns: COLUMNS.map(({ heading, width }) => ({ heading: heading[language], width })),
    rows: lines.map((line) => COLUMNS.map(({ cell }) => cell(line, language) ?? '')),
  };
}
