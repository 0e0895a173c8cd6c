import { type AuditActor, type AuditTrail, BLANKED, type Caller } from '#libs/access';
import { type Instant, localDateOf, opensAt, subtractPeriod, type LocalDate } from '#libs/calendar';
import type { Engine } from '#libs/engine';
import { type Knowledge, retentionOn } from '#libs/knowledge';
import { actorIdOf } from '../journeys/actor.js';
import { conflict, done, type Result } from '../refusal.js';
import type {
  EndedBefore,
  EndedPerson,
  Erasing,
  ErasedCounts,
  OpenRun,
  RetentionStore,
} from './retention.port.js';

export interface RetentionParts {
  store: RetentionStore;
  engine: Pick<Engine, 'redact'>;
  audit: AuditTrail;
  knowledge: Pick<Knowledge, 'retention'>;
  /** Business time. */
  now: () => Instant | Promise<Instant>;
  newId: () => string;
}

export interface RetentionPreview {
  /** The periods that hold today. */
  version: string;
  before: EndedBefore;
  persons: number;
  /** The first of them. */
  people: EndedPerson[];
  counts: ErasedCounts;
}

/** Who has it run: a caller, or the operator's command as the system. */
export interface RetentionOrder {
  by: Caller | AuditActor;
  /** Null for everybody's. */
  orgs: string[] | null;
  reason: string;
  /** Told after every batch. */
  onProgress?: (run: OpenRun) => unknown;
}

const SHOWN = 100;
/** People in one unit. */
const AT_ONCE = 25;
const EVERYBODY = 100_000;
const ZONE = 'Asia/Jakarta';

/** Erases what may be kept no longer (UU 27/2022 Ps 16 and 43): people leave every table, what is counted stays. */
export class RetentionDesk {
  constructor(private readonly parts: RetentionParts) {}

  async preview(orgs: string[] | null): Promise<RetentionPreview> {
    const { store } = this.parts;
    const { before, version } = await this.periods();
    const all = await store.ended(before, orgs, EVERYBODY);
    const held = await store.held(all.map(({ personId }) => personId));
    const counts = orgs === null ? { ...held, ...(await store.outdated(before)) } : held;
    return { version, before, persons: all.length, people: all.slice(0, SHOWN), counts };
  }

  /**
   * Comes back when everybody is erased, people in batches. A run that broke off is taken up where it stands: whoever was
   * half done is still among those whose period has ended, for the row that names him goes with the last of it.
   */
  async run(order: RetentionOrder): Promise<Result<OpenRun>> {
    const run = await this.parts.store.alone(() => this.runAlone(order));
    return run ? done(run) : RUNNING;
  }

  private async runAlone(order: RetentionOrder): Promise<OpenRun> {
    const { store, audit, newId } = this.parts;
    const { by, orgs, reason } = order;
    const { before, version } = await this.periods();
    const all = (await store.ended(before, orgs, EVERYBODY)).map(({ personId }) => personId);
    const at = await this.parts.now();
    const actorId = actorOf(by);
    let run = await store.begin({ id: newId(), at, actorId, orgs, reason, people: all.length });
    const about = { object: { kind: 'retentionRun', id: run.id }, org: orgs?.[0] ?? null, reason };
    const { planned, persons } = run;
    await audit.audit(by, { ...about, action: 'retention.begun', after: { version, planned, persons } });
    order.onProgress?.(run);
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const people = await store.stillEnded(before, orgs, all.slice(from, from + AT_ONCE));
      if (people.length > 0) run = await this.erase(by, people, run.id);
      order.onProgress?.(run);
    }
    if (orgs === null) run = await store.eraseOutdated(before, await this.erasing(by, run.id));
    await store.finish(run.id, await this.parts.now());
    const after = { version, persons: run.persons, ...run.counts };
    await audit.audit(by, { ...about, action: 'retention.run', after });
    return run;
  }

  private async erase(by: RetentionOrder['by'], people: EndedPerson[], run: string): Promise<OpenRun> {
    const { store, engine } = this.parts;
    const entries = await store.entriesWith(people);
    for (const { instanceId, seq } of entries) {
      const outcome = await engine.redact({
        ...{ instanceId, seq },
        messageId: `retention:${instanceId}:${String(seq)}`,
        reason: 'retention',
        actor: { id: actorOf(by), role: 'system' },
      });
      if (!outcome.ok) throw new Error(`an entry could not be redacted: ${outcome.refusal.code}`);
    }
    return store.erase(people, entries.length, await this.erasing(by, run));
  }

  private async erasing(by: RetentionOrder['by'], run: string): Promise<Erasing> {
    const object = { kind: 'retentionRun', id: run };
    return {
      run,
      at: await this.parts.now(),
      saying: (entries) => this.parts.audit.draft(by, { action: BLANKED, object, after: { entries } }),
    };
  }

  private async periods(): Promise<{ before: EndedBefore; version: string }> {
    const today = localDateOf(await this.parts.now(), ZONE);
    const { kept, version } = retentionOn(this.parts.knowledge, today);
    const start = (period: string): LocalDate => subtractPeriod(today, period);
    return {
      version,
      before: {
        participant: start(kept.participant),
        officialNames: start(kept.officialNames),
        imports: opensAt(start(kept.imports), ZONE),
        audit: opensAt(start(kept.audit), ZONE),
        requests: opensAt(start(kept.requests), ZONE),
      },
    };
  }
}

function actorOf(by: RetentionOrder['by']): string {
  return 'memberships' in by ? actorIdOf(by) : NO_PERSON;
}

/** Stands in the run's row for the system itself. */
const NO_PERSON = '00000000-0000-0000-0000-000000000000';

const RUNNING = conflict('retention.running', {
  id: 'Penghapusan sedang berjalan. Lihat kemajuannya, dan tunggu sampai selesai.',
  en: 'A run is under way. Look at its progress and wait for its end.',
});
