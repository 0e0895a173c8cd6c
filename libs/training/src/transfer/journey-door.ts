import type { Engine, Message, Outcome, Refusal } from '#libs/engine';
import type { Instant } from '#libs/calendar';
import type { CompanionDirectory } from '../companions/companion-directory.port.js';
import { underOneName } from '../companions/one-name.js';
import { transferFault, type TransferChecks } from './check-transfer.js';

export interface JourneyDoorParts {
  engine: Pick<Engine, 'apply' | 'view'>;
  companions: CompanionDirectory;
  checks: TransferChecks;
  /** Begins the journeys that transfers owe. */
  settle: () => Promise<unknown>;
  now: () => Instant | Promise<Instant>;
}

/**
 * The way by which people's events reach journeys. One journey's statechart knows nothing of other cohorts and of people's
 * names: what an event means beyond its journey is seen to here, on whatever way it came.
 */
export class JourneyDoor {
  constructor(private readonly parts: JourneyDoorParts) {}

  async apply(message: Message): Promise<Outcome> {
    const { engine, companions, settle } = this.parts;
    if (message.type === 'transferred') {
      const refusal = await this.refusalOf(message);
      if (refusal) return { ok: false, instanceId: message.instanceId, refusal, replayed: false };
      const outcome = await engine.apply(message);
      if (outcome.ok) await settle();
      return outcome;
    }
    const payload = await underOneName(companions, message.type, message.payload);
    return engine.apply({ ...message, payload });
  }

  /** Only where the journey would take the event from this sender; every other no is the journey's own. */
  private async refusalOf({ instanceId, actor, payload }: Message): Promise<Refusal | null> {
    if (actor.role !== 'institute') return null;
    const view = await this.parts.engine.view(instanceId);
    if (!view?.allowedEvents.includes('transferred')) return null;
    return transferFault(this.parts.checks, instanceId, payload['toCohort'], await this.parts.now());
  }
}
