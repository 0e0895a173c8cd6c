import type { Engine, DueDeadline } from '#libs/engine';
import type { Instant } from '#libs/calendar';
import type { SandboxClock } from './sandbox-clock.js';

export interface FiredDeadline {
  journeyId: string;
  name: string;
  due: Instant;
}

export interface MoveDeps {
  clock: SandboxClock;
  engine: Pick<Engine, 'fire'>;
  /** Armed and due, in the order due, instance, name. */
  due: (upTo: Instant, limit: number) => Promise<DueDeadline[]>;
  /** Runs the effects that were left over, until none is, and says how many; those of a firing run with the firing itself. */
  settleEffects: () => Promise<number>;
  /** Keeps everybody else from firing deadlines meanwhile. */
  alone: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Moves the clock forward. Each deadline fires at its own time, with the clock standing there while it is applied and its
 * effects run, so that what it arms within the span fires too, in its turn.
 */
export async function moveClock(
  deps: MoveDeps,
  target: Instant,
  onFired: (deadline: FiredDeadline) => void,
): Promise<void> {
  await deps.alone(() => moveAlone(deps, target, onFired));
}

async function moveAlone(
  deps: MoveDeps,
  target: Instant,
  onFired: (deadline: FiredDeadline) => void,
): Promise<void> {
  await deps.settleEffects();
  let last: string | null = null;
  for (;;) {
    const [next] = await deps.due(target, 1);
    // What a left over effect begins may fall due within the span.
    if (!next && (await deps.settleEffects()) > 0) continue;
    if (!next) break;
    if (next.token === last)
      throw new Error(`deadline ${next.name} of ${next.instanceId} stays due after it was fired`);
    last = next.token;
    await fireAt(deps, next, onFired);
  }
  await deps.clock.standAt(target);
}

async function fireAt(
  deps: MoveDeps,
  next: DueDeadline,
  onFired: (deadline: FiredDeadline) => void,
): Promise<void> {
  // A deadline left from before (a killed process, an incident put right) fires now: time doesn't go back for it.
  if (next.due > deps.clock.now()) await deps.clock.standAt(next.due);
  const outcome = await deps.engine.fire({ instanceId: next.instanceId, token: next.token });
  if (!outcome.ok) return;
  onFired({ journeyId: next.instanceId, name: next.name, due: next.due });
  for (const name of outcome.fired.filter((one) => one !== next.name))
    onFired({ journeyId: next.instanceId, name, due: deps.clock.now() });
}
