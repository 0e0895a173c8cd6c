import type { Instant } from '#libs/calendar';

/** The one source of the present. Only the sandbox stands it still or moves it. */
export interface Clock {
  now(): Instant;
}
