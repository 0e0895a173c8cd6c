import type { FaultPoint, FaultPoints } from '#libs/engine';

/** The process dies here, as far as the code under test can tell. */
export class InjectedFault extends Error {
  constructor(point: FaultPoint) {
    super(`killed ${point}`);
    this.name = 'InjectedFault';
  }
}

/** Kills at the points that a test arms, once each. */
export class FaultScript implements FaultPoints {
  private readonly armed: FaultPoint[] = [];

  killAt(point: FaultPoint): void {
    this.armed.push(point);
  }

  hit(point: FaultPoint): void {
    const index = this.armed.indexOf(point);
    if (index < 0) return;
    this.armed.splice(index, 1);
    throw new InjectedFault(point);
  }
}
