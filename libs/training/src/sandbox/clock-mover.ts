import type { Instant } from '#libs/calendar';
import { conflict, done, type Result } from '../refusal.js';
import { clockTarget } from './clock-target.js';
import { moveClock, type FiredDeadline, type MoveDeps } from './move-clock.js';

export interface ClockOperation {
  id: string;
  status: 'running' | 'done' | 'failed';
  to: Instant;
  fired: FiredDeadline[];
  /** In plain words, when it failed. */
  cause: string | null;
}

/** One move of the sandbox clock at a time; a long one goes on while its caller already has an answer. */
export class ClockMover {
  private operation: (ClockOperation & { finished: Promise<void> }) | null = null;

  constructor(
    private readonly deps: MoveDeps & { newId: () => string },
    private readonly patienceMs: number,
  ) {}

  now(): Instant {
    return this.deps.clock.now();
  }

  current(): ClockOperation | null {
    return this.operation;
  }

  async move(body: unknown): Promise<Result<ClockOperation>> {
    if (this.operation?.status === 'running') return MOVING;
    const target = clockTarget(body, this.deps.clock.now());
    if (!target.ok) return target;
    const operation = this.begin(target.value);
    await Promise.race([operation.finished, patience(this.patienceMs)]);
    return done(operation);
  }

  /** For a clean stop: the move under way comes to its end. */
  async settled(): Promise<void> {
    await this.operation?.finished;
  }

  private begin(to: Instant): ClockOperation & { finished: Promise<void> } {
    const fired: FiredDeadline[] = [];
    const operation: ClockOperation & { finished: Promise<void> } = {
      id: this.deps.newId(),
      status: 'running',
      to,
      fired,
      cause: null,
      finished: Promise.resolve(),
    };
    this.operation = operation;
    operation.finished = moveClock(this.deps, to, (deadline) => fired.push(deadline)).then(
      () => {
        operation.status = 'done';
      },
      (error: unknown) => {
        operation.status = 'failed';
        operation.cause = error instanceof Error ? error.message : String(error);
      },
    );
    return operation;
  }
}

/** Unreferenced, so that a clean stop need not wait for it. */
function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

const MOVING = conflict('clock.moving', {
  id: 'Jam kotak pasir sedang bergerak. Lihat GET /sandbox/clock, lalu coba lagi.',
  en: 'The sandbox clock is moving. See GET /sandbox/clock, then try again.',
});
