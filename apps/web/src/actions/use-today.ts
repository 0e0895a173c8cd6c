import { useQuery } from '@tanstack/react-query';
import { clock } from '../api/queries.js';

/** The day that it is in a zone: the sandbox's where one is about, the world's otherwise. `YYYY-MM-DD` */
export function useToday(zone = 'Asia/Jakarta'): string {
  const { data } = useQuery(clock());
  return dayIn(zone, data ? new Date(data.now) : new Date());
}

export function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}
