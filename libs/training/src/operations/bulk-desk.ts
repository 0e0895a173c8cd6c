import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { actorIdOf } from '../journeys/actor.js';
import { NO_OPERATION } from '../named-refusals.js';
import { conflict, done, type Result } from '../refusal.js';
import { choose, organisationOf, runScopeOf, senderOf } from './bulk-choice.js';
import { orderOf, type BulkInput, type BulkOrder } from './bulk-input.js';
import { previewOrder, type BulkPreview } from './bulk-preview.js';
import { BulkRun, type BulkRunParts } from './bulk-run.js';
import type { BulkAct, BulkEvent, BulkOperation, BulkStanding, Refusal } from './bulk-store.port.js';
import { eventOfOrder } from './event-of-order.js';
import { foreseeOrder, type ForeseenChange } from './foresee-order.js';

export interface BulkDeskParts extends Omit<BulkRunParts, 'leaseEnd'> {
  /** Wall time: leases go on while a sandbox's clock stands still. */
  wall: () => Instant;
  /** How long a new operation is waited for before it is answered as it then stands. */
  patienceMs: number;
  /** False for a process that leaves the work to others. */
  carriesOut: boolean;
  onError: (error: unknown) => void;
}

export type BulkVerb = 'pause' | 'resume' | 'retry';

const LEASE_MS = 15_000;

/** Takes in what is to be done to many journeys, and sees to it that it is done, whoever dies meanwhile. */
export class BulkDesk {
  private readonly running = new Map<string, { run: BulkRun; over: Promise<void> }>();
  private stopped = false;

  constructor(private readonly parts: BulkDeskParts) {}

  async preview(caller: Caller, input: BulkInput): Promise<Result<BulkPreview>> {
    const at = await this.parts.now();
    const choice = await choose(this.parts.store, caller, input, at);
    if (!choice.ok) return choice;
    const order = orderOf(input);
    const ordered = { order, reason: input.reason, actor: senderOf(caller, order) };
    return done(await previewOrder(this.parts, choice.value, ordered, at));
  }

  /** @param id the same for every repeat of the same request: it is then the same operation. */
  async submit(caller: Caller, id: string, input: BulkInput): Promise<Result<BulkOperation>> {
    const { store, now } = this.parts;
    const at = await now();
    const choice = await choose(store, caller, input, at);
    if (!choice.ok) return choice;
    const order = orderOf(input);
    const [orgId, actor] = [organisationOf(caller), senderOf(caller, order)];
    await store.create({ id, orgId, order, reason: input.reason, actor, at, ...choice.value }, NOT_YOURS);
    await this.begun(id);
    return done(await this.known(id));
  }

  async byId(caller: Caller, id: string): Promise<BulkOperation | null> {
    const operation = await this.parts.store.byId(id);
    const { all, owners } = runScopeOf(caller, 'operation.run');
    return operation && (all || owners.includes(operation.orgId)) ? operation : null;
  }

  async act(
    caller: Caller,
    id: string,
    verb: BulkVerb,
    reason: string | null,
  ): Promise<Result<BulkOperation>> {
    if (!(await this.byId(caller, id))) return NO_OPERATION;
    const record: BulkAct = {
      ...{ act: PAST[verb], actorId: actorIdOf(caller), reason },
      at: await this.parts.now(),
    };
    if (!(await this.parts.store[verb](id, record))) return conflict(`bulk.cannot_${verb}`, WHY_NOT[verb]);
    if (verb !== 'pause') await this.begun(id);
    return done(await this.known(id));
  }

  /** What an order would make of one journey; null when it is not the caller's to run. */
  async foreseeOne(
    caller: Caller,
    journeyId: string,
    order: BulkOrder,
    reason: string,
  ): Promise<ForeseenChange | null> {
    const standing = await this.standing(caller, journeyId);
    const ordered = { order, reason, actor: senderOf(caller, order) };
    return standing && foreseeOrder(this.parts, standing, ordered, await this.parts.now());
  }

  /** What an order says to one journey as it stands; null when it is not the caller's to run. */
  async eventFor(
    caller: Caller,
    journeyId: string,
    { messageId, order, reason }: { messageId: string; order: BulkOrder; reason: string },
  ): Promise<BulkEvent | null> {
    const standing = await this.standing(caller, journeyId);
    if (!standing) return null;
    const event = eventOfOrder(order, reason, standing, this.parts.knowledge);
    if (order.action !== 'resume') return event;
    // What a resumption moves is reckoned from how the journey stands: a repeat says what was said, not what it would say now.
    const said = await this.parts.store.said(journeyId, messageId);
    return said?.type === event.type && said.payload['reason'] === reason ? said : event;
  }

  /** Goes on with an operation that nobody works on; answers whether there was one. */
  goOn(): Promise<boolean> {
    return this.carryOn(null);
  }

  /** Every run stops after the journeys at hand; the next process goes on with the others. */
  async stop(): Promise<void> {
    this.stopped = true;
    const all = [...this.running.values()];
    for (const { run } of all) run.stop();
    await Promise.all(all.map(({ over }) => over));
  }

  private async begun(id: string): Promise<void> {
    const over = this.carryOn(id).catch(this.parts.onError);
    await Promise.race([over, pause(this.parts.patienceMs, null, { ref: false })]);
  }

  private async carryOn(id: string | null): Promise<boolean> {
    const { store, wall, carriesOut } = this.parts;
    if (!carriesOut || this.stopped) return false;
    const operation = await store.takeUp(id, wall(), this.leaseEnd());
    // Paused and resumed at once: the run that was to end goes on.
    if (!operation || this.running.has(operation.id)) return false;
    const run = new BulkRun({ ...this.parts, leaseEnd: () => this.leaseEnd() }, operation);
    const over = this.toItsEnd(run, operation.id).catch(this.parts.onError);
    this.running.set(operation.id, { run, over });
    await over;
    return true;
  }

  private async toItsEnd(run: BulkRun, id: string): Promise<void> {
    const alive = setInterval(() => {
      this.parts.store.renew(id, this.leaseEnd()).catch(this.parts.onError);
    }, LEASE_MS / 3).unref();
    try {
      await run.go();
    } finally {
      clearInterval(alive);
      this.running.delete(id);
    }
  }

  private async standing(caller: Caller, journeyId: string): Promise<BulkStanding | null> {
    const { all, owners } = runScopeOf(caller, 'operation.run');
    const [standing] = await this.parts.store.standings([journeyId]);
    return standing && (all || owners.includes(standing.orgId)) ? standing : null;
  }

  private async known(id: string): Promise<BulkOperation> {
    const operation = await this.parts.store.byId(id);
    if (!operation) throw new Error(`the bulk operation ${id} was not stored`);
    return operation;
  }

  private leaseEnd(): Instant {
    return new Date(Date.parse(this.parts.wall()) + LEASE_MS).toISOString();
  }
}

const PAST = { pause: 'paused', resume: 'resumed', retry: 'retried' } as const;

const NOT_YOURS: Refusal = {
  code: 'journey.not_found',
  detail: {
    id: 'Perjalanan ini tidak ditemukan, atau bukan milik lembaga Anda.',
    en: "This journey was not found, or it is not your institute's.",
  },
};
const WHY_NOT = {
  pause: { id: 'Operasi ini tidak sedang berjalan.', en: 'This operation is not running.' },
  resume: { id: 'Operasi ini tidak sedang dijeda.', en: 'This operation is not paused.' },
  retry: {
    id: 'Operasi ini masih berjalan atau dijeda, atau tidak ada yang gagal atau ditolak.',
    en: 'This operation still runs or is paused, or nothing in it failed or was refused.',
  },
};
