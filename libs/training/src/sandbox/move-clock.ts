import type { DueDeadline, Engine, Outcome } from '#libs/engine';
import type { Instant } from '#libs/calendar';
import type { SandboxClock } from './sandbox-clock.js';

export interface FiredDeadline {
  journeyId: string;
  name: string;
  due: Instant;
}

export interface MoveDeps {
  clock: SandboxClock;
  engine: Pick<Engine, 'fireMany'>;
  /** Armed and due, in the order due, instance, name. */
  due: (upTo: Instant, limit: number) => Promise<DueDeadline[]>;
  /** Tells what people are to be reminded of up to just before an instant, each reminder at its own time. */
  remindBefore: (instant: Instant) => Promise<void>;
  /** Runs the effects that were left over, until none is, and says how many; those of a firing run with the firing itself. */
  settleEffects: () => Promise<number>;
  /** Keeps everybody else from firing deadlines meanwhile. */
  alone: (work: () => Promise<void>) => Promise<void>;
}

/** How many are asked for and fired at once: what falls due in one moment is often a whole cohort. */
const HANDFUL = 100;

/**
 * Moves the clock forward. Each deadline fires at its own time, with the clock standing there while it is applied and its
 * effects run, so that what it arms within the span fires too, in its turn. Those of one moment belong to different
 * journeys, for a journey settles whatever else is due within its own step: they fire together.
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
    const moment = await nextMoment(deps, target);
    const [first] = moment;
    // What a left over effect begins may fall due within the span.
    if (!first && (await deps.settleEffects()) > 0) continue;
    if (!first) break;
    await deps.remindBefore(first.due);
    if (first.token === last)
      throw new Error(`deadline ${first.name} of ${first.instanceId} stays due after it was fired`);
    last = first.token;
    await fireMoment(deps, moment, onFired);
  }
  await deps.remindBefore(target);
  await deps.clock.standAt(target);
}

/** What falls due first, all of it that falls due in the same moment, one a journey. */
async function nextMoment(deps: MoveDeps, target: Instant): Promise<DueDeadline[]> {
  const due = await deps.due(target, HANDFUL);
  const seen = new Set<string>();
  return due.filter(({ due: at, instanceId }) => {
    if (at !== due[0]?.due || seen.has(instanceId)) return false;
    seen.add(instanceId);
    return true;
  });
}

async function fireMoment(
  deps: MoveDeps,
  moment: DueDeadline[],
  onFired: (deadline: FiredDeadline) => void,
): Promise<void> {
  const at = moment[0]?.due;
  // A deadline left from before (a killed process, an incident put right) fires now: time doesn't go back for it.
  if (at && at > deps.clock.now()) await deps.clock.standAt(at);
  const outcomes = await deps.engine.fireMany(moment);
  moment.flatMap((deadline, index) => firedOf(deps, deadline, outcomes[index])).forEach(onFired);
}

function firedOf(
  deps: MoveDeps,
  { instanceId, name, due }: DueDeadline,
  outcome: Outcome | undefined,
): FiredDeadline[] {
  if (!outcome?.ok) return [];
  const others = outcome.fired.filter((one) => one !== name);
  return [
    { journeyId: instanceId, name, due },
    ...others.map((other) => ({ journeyId: instanceId, name: other, due: deps.clock.now() })),
  ];
}
