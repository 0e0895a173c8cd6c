import { dateInWords, localDateOf, type Bilingual, type Language } from '#libs/calendar';
import type { Fault } from '../refusal.js';
import type { PlacedSession, TimetableClash } from './clash-search.js';
import { hoursInWords } from './session-times.js';

/** One fault a clash, at the first of the sessions sent that it concerns; `rowOf` counts those from 1. */
export function clashFaults(
  clashes: readonly TimetableClash[],
  rowOf: (id: string) => number | null,
): Fault[] {
  return clashes.map((clash) => {
    const rows = clash.sessions.flatMap(({ id }) => rowOf(id) ?? []);
    const row = rows.length > 0 ? Math.min(...rows) : null;
    return {
      path: row === null ? '' : `sessions[${String(row - 1)}]`,
      ...(row !== null && { row }),
      code: `timetable.clash.${clash.kind}`,
      message: clashInWords(clash),
    };
  });
}

export function clashInWords(clash: TimetableClash): Bilingual {
  return { id: sentence(clash, 'id'), en: sentence(clash, 'en') };
}

const CLASHES = {
  participant: { id: 'Peserta bentrok', en: 'Participants clash' },
  trainer: { id: 'Pengajar bentrok', en: 'The trainer clashes' },
  room: { id: 'Tempat bentrok', en: 'The place clashes' },
};

function sentence({ kind, people, place, sessions }: TimetableClash, language: Language): string {
  const who = place ?? people.map(({ name, personId }) => name ?? personId ?? '?').join(', ');
  const [one, other] = sessions.map((session) => sessionInWords(session, language));
  const and = language === 'id' ? 'dan' : 'and';
  return `${CLASHES[kind][language]} (${who}): ${one ?? ''} ${and} ${other ?? ''}.`;
}

/** `PKA-2a, 4 Mei 2026 07.30–09.00 WIT (PKA XII)` */
function sessionInWords(session: PlacedSession, language: Language): string {
  const { kind, title, course, group, startsAt, zone, cohortName } = session;
  const what = title ?? course ?? group ?? kind;
  const day = dateInWords(localDateOf(startsAt, zone), language);
  return `${what}, ${day} ${hoursInWords(session, language)} (${cohortName})`;
}
