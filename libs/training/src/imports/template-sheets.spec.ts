import { readTable, writeXlsx, type SheetToWrite } from '#libs/exchange';
import { PROFILE_COLUMNS, readProfileRow } from '../profiles/profile-row.js';
import { profileTemplate } from '../profiles/profile-template.js';
import { readRoster } from '../roster/read-roster.js';
import { ROSTER_COLUMNS } from '../roster/roster-columns.js';
import { rosterTemplate } from '../roster/roster-template.js';
import { knowsHeading, matchColumns } from '../roster/sheet-columns.js';
import { REASON_HEADING } from '../roster/heading-key.js';
import type { Column } from '../roster/sheet.js';
import { rejectedSheet } from './rejected-sheet.js';
import { SheetWords } from './sheet-words.js';

const NIP = '198001012005011001';
const TODAY = '2026-02-02';

/** The template with its example made a person, and in one column each thing that the drop-down offers. */
async function filled(template: SheetToWrite, columns: readonly Column[], tried?: number) {
  const example = template.examples?.[0] ?? [];
  const choices = template.columns[tried ?? 0]?.choices ?? [''];
  const rows = choices.map((choice) =>
    example.map((cell, index) => (index === 0 ? NIP : index === tried ? choice : cell)),
  );
  const reading = await readTable(await writeXlsx({ ...template, rows }), knowsHeading(columns));
  if (!reading.ok) throw new Error(reading.fault.code);
  return reading.table;
}

describe.each(['id', 'en'] as const)('templates in %s', (language) => {
  const roster = rosterTemplate(language, ['INS-01', 'INS-02']);
  const profile = profileTemplate(language, ['PAC-01']);

  it('of rosters: the example, made a person, reads without a fault or a warning', async () => {
    const reading = readRoster(await filled(roster, ROSTER_COLUMNS), TODAY);
    expect(reading).toMatchObject({
      ok: true,
      total: 1,
      rejected: [],
      warnings: [],
      rows: [{ nip: NIP, row: 3 }],
    });
  });

  it('of profiles: the same', async () => {
    const matched = matchColumns(await filled(profile, PROFILE_COLUMNS), PROFILE_COLUMNS);
    if (!matched.ok) throw new Error(matched.refusal.code);
    expect(matched.rows.map((row) => readProfileRow(row, TODAY).ok)).toEqual([true]);
  });

  it('offer nothing that is not understood', async () => {
    for (const [column, { choices }] of roster.columns.entries()) {
      if (!choices) continue;
      const reading = readRoster(await filled(roster, ROSTER_COLUMNS, column), TODAY);
      if (!reading.ok) throw new Error(reading.refusal.code);
      expect(reading.rejected.filter(({ code }) => code === 'value.unknown')).toEqual([]);
    }
    for (const [column, { choices }] of profile.columns.entries()) {
      if (!choices) continue;
      const matched = matchColumns(await filled(profile, PROFILE_COLUMNS, column), PROFILE_COLUMNS);
      if (!matched.ok) throw new Error(matched.refusal.code);
      expect(matched.rows.every((row) => readProfileRow(row, TODAY).ok)).toBe(true);
    }
  });

  it('hold the column of reasons for what was rejected, which is not read again', async () => {
    const headings = roster.columns.map(({ heading }) => heading);
    const fault = {
      path: 'rows[7].nip',
      row: 7,
      column: 'nip',
      code: 'x',
      message: { id: 'salah', en: 'wrong' },
    };
    const row = { row: 7, outcome: 'rejected' as const, participantId: null, journeyId: null, warnings: [] };
    const cells = ['123', '=1+1', '', 'L'];
    const words = new SheetWords(headings, ROSTER_COLUMNS);
    const rejected = [{ ...row, faults: [fault], cells }];
    const bytes = await writeXlsx(rejectedSheet(headings, rejected, words, language));
    const reading = await readTable(bytes, knowsHeading(ROSTER_COLUMNS));
    if (!reading.ok) throw new Error(reading.fault.code);
    expect(reading.table.headings.at(-1)).toBe(REASON_HEADING[language]);
    expect(reading.table.rows[0]?.cells.at(-1)).toBe(`NIP: ${fault.message[language]}`);
    const matched = matchColumns(reading.table, ROSTER_COLUMNS);
    expect(matched).toMatchObject({
      ok: true,
      rows: [{ row: 2, cells: { nip: '123', name: '=1+1', sex: 'L' } }],
    });
  });
});
