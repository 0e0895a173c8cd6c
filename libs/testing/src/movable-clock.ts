import type { Clock } from '#libs/engine';

/** A clock that stands still until a test moves it. */
export class MovableClock implements Clock {
  constructor(private present: string) {}

  now(): string {
    return this.present;
  }

  set(instant: string): void {
    this.present = instant;
  }

  advanceSeconds(seconds: number): void {
    this.present = new Date(Date.parse(this.present) + seconds * 1000).toISOString();
  }
}
