import {
  localDateOf,
  localTimeOf,
  opensAt,
  toInstant,
  withOffset,
  zoneLabel,
  type Instant,
  type Language,
  type LocalDate,
  type Zone,
} from '#libs/calendar';

/** The instant at which the clocks of a zone show a time (`07.30` or `07:30`) on a date. */
export function instantAt(date: LocalDate, time: string, zone: Zone): Instant {
  // None of the zones has summer time: the offset at midnight is the offset of the day.
  const offset = withOffset(opensAt(date, zone), zone).slice(-'+00:00'.length);
  return toInstant(`${date}T${time.replace('.', ':')}:00${offset}`);
}

export interface HeldAt {
  startsAt: Instant;
  endsAt: Instant;
  zone: Zone;
}

/** `07.30–09.00 WIT`, with colons in English. */
export function hoursInWords({ startsAt, endsAt, zone }: HeldAt, language: Language): string {
  const times = [startsAt, endsAt].map((instant) => localTimeOf(instant, zone));
  const written = language === 'id' ? times.map((time) => time.replace(':', '.')) : times;
  return `${written.join('–')} ${zoneLabel(zone)}`;
}

export function localTimesOf({ startsAt, endsAt, zone }: HeldAt): {
  date: LocalDate;
  start: string;
  end: string;
} {
  return {
    date: localDateOf(startsAt, zone),
    start: localTimeOf(startsAt, zone),
    end: localTimeOf(endsAt, zone),
  };
}
