import { RECORD_FAULTS, type Fault } from '#libs/engine';
import { PRODUCT_FAULTS } from '#libs/training';
import type { Bilingual } from '#libs/calendar';
import { AUDIT_FAULTS } from './verify-audit.js';

export type Language = keyof Bilingual;

const TITLES: Record<string, Bilingual> = { ...RECORD_FAULTS, ...PRODUCT_FAULTS, ...AUDIT_FAULTS };

/** What a kind of fault is, in words. */
export function titleOf(kind: string): Bilingual {
  return TITLES[kind] ?? { id: kind, en: kind };
}

const WORDS = {
  id: {
    expected: 'menurut catatan',
    found: 'ditemukan',
    nothing: 'tidak ada',
    nobody: '(tanpa perjalanan)',
    more: (n: number) => `… dan ${n} lagi (--json memuat semuanya)`,
  },
  en: {
    expected: 'the log says',
    found: 'found',
    nothing: 'nothing',
    nobody: '(no journey)',
    more: (n: number) => `… and ${n} more (--json has them all)`,
  },
} as const;

const MOST_LETTERS = 400;

/** One fault as lines below its kind's heading. */
export function faultLines({ instanceId, subject, ...sides }: Fault, language: Language): string[] {
  const words = WORDS[language];
  const side = (name: 'expected' | 'found') =>
    name in sides ? [`      ${words[name]}: ${valueIn(sides[name], words.nothing)}`] : [];
  return [`    ${instanceId ?? words.nobody}  ${subject}`, ...side('expected'), ...side('found')];
}

function valueIn(value: unknown, nothing: string): string {
  if (value === null || value === undefined) return nothing;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

export function moreLine(count: number, language: Language): string {
  return `    ${WORDS[language].more(count)}`;
}

/** The last words: how much was looked at, and what came of it. */
export function summaryLine(
  {
    instances,
    entries,
    faults,
    seconds,
  }: { instances: number; entries: number; faults: number; seconds: number },
  language: Language,
): string {
  const number = (n: number) => n.toLocaleString(language);
  const rate = number(Math.round(entries / Math.max(seconds, 0.001)));
  const time = seconds.toLocaleString(language, { maximumFractionDigits: 1 });
  if (language === 'id')
    return `${faults === 0 ? 'Tidak ada kesalahan' : `${number(faults)} kesalahan`}: ${number(instances)} perjalanan dan sertifikat, ${number(entries)} entri diperiksa dalam ${time} detik (${rate} entri per detik).`;
  return `${faults === 0 ? 'No faults' : `${number(faults)} fault${faults === 1 ? '' : 's'}`}: ${number(instances)} journeys and certificates, ${number(entries)} entries verified in ${time} s (${rate} entries a second).`;
}
