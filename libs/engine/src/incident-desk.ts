import { asJson } from './canonical-json.js';
import type { DeadlineRef, Message, Outcome, StartRequest } from './message.js';
import type { EngineStore, Incident, IncidentReport } from './engine-store.port.js';
import type { Clock } from './ports.js';

/** What can be tried again. */
export interface Redrive {
  start(request: StartRequest): Promise<Outcome>;
  apply(message: Message): Promise<Outcome>;
  fire(ref: DeadlineRef): Promise<Outcome>;
  revive(outboxId: string): Promise<void>;
}

/** What can't go on by itself: recorded with its cause, tried again by a person. */
export class IncidentDesk {
  constructor(
    private readonly store: EngineStore,
    private readonly clock: Clock,
    private readonly redrive: Redrive,
  ) {}

  async open(incident: Omit<IncidentReport, 'cause' | 'detail' | 'at'>, error: unknown): Promise<string> {
    const at = await this.clock.now();
    const message = incident.message && asJson(incident.message);
    return this.store.openIncident({ ...incident, message, ...causeOf(error), at });
  }

  list(
    filter: { status?: 'open' | 'resolved'; instanceId?: string; limit?: number } = {},
  ): Promise<Incident[]> {
    return this.store.incidents(filter);
  }

  get(id: string): Promise<Incident | null> {
    return this.store.incident(id);
  }

  /**
   * Tries again what failed and closes the incident unless it fails in the same way. Null: there is no such open
   * incident. An effect is only made ready again: should it fail anew, that is a new incident.
   */
  async retry(id: string): Promise<{ resolved: boolean; outcome: Outcome | null } | null> {
    const incident = await this.store.incident(id);
    if (incident?.status !== 'open') return null;
    if (incident.kind === 'effect') return this.retryEffect(incident);
    const outcome = await this.again(incident);
    const resolved = outcome.ok || outcome.refusal.code !== 'journey.incident';
    if (resolved) await this.store.resolveIncident(id, await this.clock.now());
    return { resolved, outcome };
  }

  /** Closes without trying again what nothing waits for: a message that its sender has said in another way since. */
  async close(id: string): Promise<void> {
    await this.store.resolveIncident(id, await this.clock.now());
  }

  private async retryEffect({ id, ref }: Incident): Promise<{ resolved: boolean; outcome: null }> {
    await this.store.resolveIncident(id, await this.clock.now());
    await this.redrive.revive(ref);
    return { resolved: true, outcome: null };
  }

  private again({ kind, instanceId, ref, message }: Incident): Promise<Outcome> {
    if (kind === 'deadline') return this.redrive.fire({ instanceId, token: ref });
    const { start, apply } = (message ?? {}) as { start?: StartRequest; apply?: Message };
    if (start) return this.redrive.start(start);
    if (apply) return this.redrive.apply(apply);
    throw new Error(`The incident on ${ref} kept nothing to try again; send the message anew.`);
  }
}

/** The chain of causes in one line for people, and the stack for whoever mends it. */
export function causeOf(error: unknown): { cause: string; detail: string } {
  if (!(error instanceof Error)) return { cause: String(error), detail: '' };
  const inner = error.cause === undefined ? '' : `: ${causeOf(error.cause).cause}`;
  return { cause: error.message + inner, detail: error.stack ?? '' };
}
