/** The three time zones of Indonesia; none has summer time (Keputusan Presiden 41/1987). */
export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

export type Zone = (typeof ZONES)[number];

/** Hours ahead of UTC, without a change since (Keputusan Presiden 41/1987, in force from 1 January 1988). */
export const OFFSET_HOURS: Record<Zone, number> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
export const OFFSETS_HOLD_SINCE = '1988-01-01T00:00:00.000Z';

const LABELS = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const;

export type ZoneLabel = (typeof LABELS)[Zone];

/** Says whether a text names one of the three zones. */
export function isZone(text: string): text is Zone {
  return (ZONES as readonly string[]).includes(text);
}

/** The label that Indonesians write after a time: `WIB`, `WITA` or `WIT`. */
export function zoneLabel(zone: Zone): ZoneLabel {
  return LABELS[zone];
}
