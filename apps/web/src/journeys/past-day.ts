/** Hours that the zones of Indonesia are ahead of UTC; none has summer time. */
const OFFSETS: Record<string, string> = {
  'Asia/Jakarta': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What stands in the address of a journey: a link to it as it stood on a day can be sent. */
export interface JourneySearch {
  at?: string;
}

export function journeySearchOf({ at }: Record<string, unknown>): JourneySearch {
  return typeof at === 'string' && DAY.test(at) && !Number.isNaN(Date.parse(at)) ? { at } : {};
}

/** The last second of a day in a zone, as the API takes a moment. */
export function endOf(day: string, zone: string): string {
  return `${day}T23:59:59${OFFSETS[zone] ?? '+07:00'}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
