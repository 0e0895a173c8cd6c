import type { Bilingual, Language } from '#libs/calendar';
import type { SheetToWrite } from '#libs/exchange';
import type { Column } from './sheet.js';

/** What a template says about one column. */
export interface TemplateColumn {
  /** The English heading; the Indonesian one is the column's first title. */
  en: string;
  note: Bilingual;
  /** A drop-down with these. */
  choices?: (language: Language) => readonly string[];
  /** As the example row writes it. */
  example?: Bilingual;
}

/** An empty sheet with one example row, which is recognised where a NIP would stand and never read. */
export function templateSheet(
  name: string,
  language: Language,
  columns: readonly Column[],
  about: Record<string, TemplateColumn>,
): SheetToWrite {
  const described = columns.map((column) => ({ column, ...(about[column.name] ?? bare(column)) }));
  return {
    name,
    columns: described.map(({ column, en, note, choices }) => ({
      heading: headingOf(column, en, language),
      note: `${column.required ? REQUIRED[language] : OPTIONAL[language]} ${note[language]}`,
      required: column.required,
      width: column.name === 'nip' || column.name === 'superiorNip' ? 26 : 18,
      ...(choices && { choices: choices(language) }),
    })),
    examples: [described.map(({ column, example }) => exampleOf(column, example, language))],
    rows: [],
    notOffered: NOT_OFFERED[language],
  };
}

function headingOf(column: Column, en: string, language: Language): string {
  return language === 'id' ? (column.titles[0] ?? column.name) : en;
}

function exampleOf({ name }: Column, example: Bilingual | undefined, language: Language): string {
  if (name === 'nip') return `${MARK[language]} 198001012005011001`;
  return example?.[language] ?? '';
}

function bare({ name, titles }: Column): TemplateColumn {
  return { en: name, note: { id: titles[0] ?? name, en: name } };
}

const MARK: Bilingual = { id: 'CONTOH', en: 'EXAMPLE' };
const REQUIRED: Bilingual = { id: 'Wajib.', en: 'Required.' };
const OPTIONAL: Bilingual = { id: 'Boleh kosong.', en: 'May stay empty.' };
const NOT_OFFERED: Bilingual = {
  id: 'Pilih salah satu dari daftar.',
  en: 'Choose one of the list.',
};
