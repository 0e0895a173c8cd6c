import { type AuditTrail, BLANKED, type Caller } from '#libs/access';
import { type Instant, localDateOf, opensAt, subtractPeriod, type LocalDate } from '#libs/calendar';
import type { Engine } from '#libs/engine';
import { type Knowledge, retentionOn } from '#libs/knowledge';
import { actorIdOf } from '../journeys/actor.js';
import type { EndedBefore, EndedPerson, ErasedCounts, RetentionStore } from './retention.port.js';

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
    const all = await store.ended(before.participant, orgs, EVERYBODY);
    const held = await store.held(all.map(({ personId }) => personId));
    const counts = orgs === null ? { ...held, ...(await store.outdated(before)) } : held;
    return { version, before, persons: all.length, people: all.slice(0, SHOWN), counts };
  }

  /** Comes back when everybody is erased. Broken off, the next run goes on: nobody is half erased for good. */
  async run(caller: Caller, orgs: string[] | null, reason: string) {
    const { store, audit, newId } = this.parts;
    const { before, version } = await this.periods();
    const id = newId();
    const at = await this.parts.now();
    await store.begin({ id, at, actorId: actorIdOf(caller), orgs, reason });
    const counts: ErasedCounts = {};
    let persons = 0;
    for (;;) {
      const some = await store.ended(before.participant, orgs, AT_ONCE);
      if (some.length === 0) break;
      await this.erase(
        caller,
        id,
        some.map(({ personId }) => personId),
        counts,
      );
      persons += some.length;
    }
    if (orgs === null) add(counts, await store.eraseOutdated(before, at, this.saying(caller, id)));
    await store.finish(id, await this.parts.now(), persons, counts);
    await audit.audit(caller, {
      action: 'retention.run',
      object: { kind: 'retentionRun', id },
      org: orgs?.[0] ?? null,
      reason,
      after: { version, persons, ...counts },
    });
    return { id, persons, counts };
  }

  private async erase(caller: Caller, run: string, people: string[], counts: ErasedCounts): Promise<void> {
    const { store, engine } = this.parts;
    const entries = await store.entriesWith(people);
    for (const { instanceId, seq } of entries) {
      const outcome = await engine.redact({
        ...{ instanceId, seq },
        messageId: `retention:${instanceId}:${String(seq)}`,
        reason: 'retention',
        actor: { id: actorIdOf(caller), role: 'system' },
      });
      if (!outcome.ok) throw new Error(`an entry could not be redacted: ${outcome.refusal.code}`);
    }
    add(counts, { events: entries.length });
    add(counts, await store.erase(people, await this.parts.now(), this.saying(caller, run)));
  }

  private saying(caller: Caller, run: string) {
    return (entries: number[]) =>
      this.parts.audit.draft(caller, {
        action: BLANKED,
        object: { kind: 'retentionRun', id: run },
        after: { entries },
      });
  }

  private async periods(): Promise<{ before: EndedBefore; version: string }> {
    const today = localDateOf(await this.parts.now(), ZONE);
    const { kept, version } = retentionOn(this.parts.knowledge, today);
    const start = (period: string): LocalDate => subtractPeriod(today, period);
    return {
      version,
      before: {
        participant: start(kept.participant),
        imports: opensAt(start(kept.imports), ZONE),
        audit: opensAt(start(kept.audit), ZONE),
        requests: opensAt(start(kept.requests), ZONE),
      },
    };
  }
}

function add(sum: ErasedCounts, more: ErasedCounts): void {
  for (const [key, count] of Object.entries(more)) sum[key] = (sum[key] ?? 0) + count;
}
