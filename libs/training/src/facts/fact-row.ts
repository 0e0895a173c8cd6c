import type { Bilingual, LocalDate } from '#libs/calendar';
import { happenedLabel } from '../journeys/event-labels.js';
import { CellFaults } from '../roster/cell-faults.js';
import { choicesOf, TRUTH_CODES, truthOf } from '../roster/coded-cell.js';
import { readNip } from '../roster/nip.js';
import type { Fault } from '../refusal.js';
import { readProfileRow } from '../profiles/profile-row.js';
import { headingKey } from '../roster/heading-key.js';
import type { SheetRow } from '../roster/sheet.js';
import { FACTS, type FactEvent } from './fact-columns.js';

export interface FactRow {
  row: number;
  nip: string;
  event: FactEvent;
  on: LocalDate;
  /** NIP of whoever did it, where that is not the institute itself. */
  by: string | null;
  payload: Record<string, unknown>;
}

export type FactRowReading = { ok: true; value: FactRow } | { ok: false; nip: string; faults: Fault[] };

const EVENTS = Object.keys(FACTS) as FactEvent[];
const ENROLLED: Bilingual = { id: 'Terdaftar', en: 'Enrolled' };

const wordsOf = (event: FactEvent) => (event === 'enrolled' ? ENROLLED : happenedLabel(event));
const EVENT_WORDS = choicesOf((language) => EVENTS.map((event) => wordsOf(event)[language]));

/** By the name in the contract, or as a journey's page calls what happened. */
function eventOf(text: string): FactEvent | null {
  const key = headingKey(text);
  const means = (event: FactEvent) => {
    const { id, en } = wordsOf(event);
    return [event, id, en].some((said) => headingKey(said) === key);
  };
  return EVENTS.find(means) ?? null;
}

/** Reads one fact. Whether the journey takes it on that day is the journey's business. */
export function readFactRow(source: SheetRow, today: LocalDate): FactRowReading {
  const cells = new CellFaults(source);
  const nip = cells.read('nip', (text) => readNip(text, today))?.nip ?? '';
  const event = cells.coded('event', eventOf, EVENT_WORDS);
  const on = cells.date('date') ?? '';
  if (on > today)
    cells.add('date', 'fact.in_future', 'Tanggal ini setelah hari ini.', 'This date is after today.');
  const by = cells.optional('by') === null ? null : cells.read('by', (text) => readNip(text, today));
  if (event) for (const column of FACTS[event]) if (column !== 'by') cells.text(column);
  if (event && (FACTS[event] as readonly string[]).includes('by') && !by) cells.text('by');
  const payload = event && cells.faults.length === 0 ? payloadOf(event, on, cells, source, today) : null;
  if (!event || !payload || cells.faults.length > 0) return { ok: false, nip, faults: cells.faults };
  return { ok: true, value: { row: source.row, nip, event, on, by: by?.nip ?? null, payload } };
}

function payloadOf(
  event: FactEvent,
  on: LocalDate,
  cells: CellFaults,
  source: SheetRow,
  today: LocalDate,
): Record<string, unknown> | null {
  const given = (...columns: string[]) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const text = cells.optional(column);
        return text === null ? [] : [[column, text]];
      }),
    );
  switch (event) {
    case 'enrolled':
      return {};
    case 'profileRecorded':
      return profileOf(cells, source, today);
    case 'placementConfirmed':
      return given('note');
    case 'classAssigned':
      return given('class');
    case 'coachAssigned':
      return given('coach', 'group');
    case 'mentorAssigned':
      return given('mentor');
    case 'briefingCompleted':
      return { ...given('person', 'role'), heldOn: on, topics: cells.text('topics').split(/[\s,;]+/) };
    case 'courseCompleted':
      return { ...given('course', 'stage'), ...scoreOf(cells), completedOn: on };
    case 'stageEvaluated':
      return {
        ...given('stage'),
        ...scoreOf(cells),
        passed: cells.coded('passed', truthOf, TRUTH_CODES) ?? false,
      };
    case 'componentScored':
      return { ...given('component'), ...scoreOf(cells) };
    case 'graduationDecided':
      return {
        ...given('decision', 'note'),
        ...(cells.optional('M1') === null ? {} : profileOf(cells, source, today)),
      };
  }
}

function profileOf(cells: CellFaults, source: SheetRow, today: LocalDate): { profile: object } | null {
  const reading = readProfileRow(source, today);
  if (reading.ok) return { profile: reading.value.profile };
  cells.faults.push(...reading.faults);
  return null;
}

function scoreOf(cells: CellFaults): { score?: number } {
  const text = cells.optional('score');
  if (text === null) return {};
  const score = Number(text.replace(/\s*%$/, '').replace(',', '.'));
  if (Number.isFinite(score) && score >= 0 && score <= 100) return { score };
  cells.add('score', 'score.invalid', 'Nilai antara 0 dan 100.', 'A score lies between 0 and 100.');
  return {};
}
