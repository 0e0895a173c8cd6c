import { createHash } from 'node:crypto';
import type { Instant } from '#libs/calendar';
import { currentRequest } from '#libs/platform';
import type { Caller } from '../caller.js';
import {
  type AuditAct,
  type AuditActor,
  type AuditDraft,
  auditActorOf,
  withoutSecrets,
} from './audit-entry.js';
import type { AuditStore } from './audit-store.port.js';
import { matterOf } from './concerning.js';

export interface AuditTrailParts {
  store: Pick<AuditStore, 'append'>;
  /** Business time. */
  now: () => Instant | Promise<Instant>;
  wall: () => Instant;
  newId: () => string;
  /** Whether a failure is that the record can't be reached, which passes by itself. */
  isOutOfReach: (error: unknown) => boolean;
  onError: (message: string, fields: { error: unknown; entries: string[] }) => void;
}

interface Waiting {
  draft: AuditDraft;
  written: () => void;
}

/** Entries that one unit takes. */
const AT_ONCE = 500;
const AGAIN_AFTER_MS = 1_000;
/** An act is not held up for longer while the record is out of reach; its entry follows. */
const PATIENCE_MS = 5_000;
/** Above this many unwritten entries whoever reads waits too. */
const MOST_WAITING = 10_000;
const MOST_KNOWN = 50_000;

/**
 * Takes entries for the audit and writes them in batches, in the order in which they came. Nothing is dropped while the
 * process lives; what could not be written when it ends is said as an error.
 */
export class AuditTrail {
  private readonly waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;
  private readonly known = new Set<string>();
  private ended = false;

  constructor(private readonly parts: AuditTrailParts) {}

  /** Puts an act on record; comes back when it is there. `who` is the caller, or what `SYSTEM` and `NOBODY` name. */
  async audit(who: Caller | AuditActor, act: AuditAct): Promise<void> {
    const written = this.take(await this.draft(who, act));
    const matter = matterOf();
    if (matter) matter.isAudited = true;
    await Promise.race([written, patience()]);
  }

  /**
   * Puts on record that somebody read of people; once per reader, person, what and hour. Comes back at once: the entry is
   * written behind the answer.
   */
  async read(caller: Caller, acts: readonly AuditAct[]): Promise<void> {
    const others = acts.filter(({ subject }) => subject !== caller.personId || subject === null);
    if (others.length === 0) return;
    const now = await this.parts.now();
    const hour = now.slice(0, 13);
    const written: Promise<void>[] = [];
    for (const act of others) {
      const { action, object, subject } = act;
      const once = digest([caller.accountId, action, object?.kind, object?.id, subject, hour]);
      if (this.known.has(once)) continue;
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.add(once);
      written.push(this.take(this.draftAt(caller, act, once, now)));
    }
    if (this.waiting.length > MOST_WAITING) await Promise.race([Promise.all(written), patience()]);
  }

  /** Writes what waits; afterwards nothing is taken behind an answer any more. */
  async stop(): Promise<void> {
    this.ended = true;
    await this.writing;
    const left = this.waiting.map(({ draft }) => draft.id);
    if (left.length > 0)
      this.parts.onError('entries of the audit could not be written before the end', {
        error: null,
        entries: left,
      });
  }

  /** An entry for a unit that has more to write with it. */
  async draft(who: Caller | AuditActor, act: AuditAct, once: string | null = null): Promise<AuditDraft> {
    return this.draftAt(who, act, once, await this.parts.now());
  }

  private draftAt(
    who: Caller | AuditActor,
    { action, object, subject, org, reason, before, after, actingFor }: AuditAct,
    once: string | null,
    at: Instant,
  ): AuditDraft {
    const request = currentRequest();
    const actor = 'memberships' in who ? auditActorOf(who, org ?? null) : who;
    return {
      id: this.parts.newId(),
      at,
      recordedAt: this.parts.wall(),
      actor: { ...actor, actingFor: actingFor ?? actor.actingFor },
      action,
      objectKind: object?.kind ?? null,
      objectId: object?.id ?? null,
      subject: subject ?? null,
      orgId: org ?? null,
      requestId: request?.requestId ?? null,
      once,
      data: storable({
        reason: reason ?? null,
        before: withoutSecrets(before ?? null),
        after: withoutSecrets(after ?? null),
        address: request?.address ?? null,
      }),
    };
  }

  private take(draft: AuditDraft): Promise<void> {
    const written = new Promise<void>((resolve) => this.waiting.push({ draft, written: resolve }));
    this.writing ??= this.write();
    return written;
  }

  private async write(): Promise<void> {
    // Whoever comes in the same moment goes into the same unit.
    await Promise.resolve();
    let size = AT_ONCE;
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, size);
      try {
        await this.parts.store.append(batch.map(({ draft }) => draft));
        this.done(batch);
        size = AT_ONCE;
      } catch (error) {
        if (this.parts.isOutOfReach(error)) {
          this.parts.onError('the audit could not be written; it is tried again', { error, entries: [] });
          if (this.ended) break;
          await pause(AGAIN_AFTER_MS);
        } else if (batch.length > 1) {
          // One of them spoils it for the others: from here one by one.
          size = 1;
        } else {
          this.parts.onError('an entry of the audit was refused', {
            error,
            entries: batch.map(({ draft }) => draft.id),
          });
          this.done(batch);
        }
      }
    }
    this.writing = null;
  }

  private done(batch: Waiting[]): void {
    this.waiting.splice(0, batch.length);
    for (const { written } of batch) written();
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function digest(parts: readonly (string | null | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** As JSON brings it back, without what jsonb can't hold: NUL and halves of characters. */
function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\u0000', '').replaceAll(/[\ud800-\udfff]/gu, '\ufffd') : part,
  ) as T;
}
