import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { Engine, Outcome } from '#libs/engine';
import { actorIdOf } from '../journeys/actor.js';
import type { MailStore } from '../inbox/mail-store.port.js';
import { NO_INCIDENT } from '../named-refusals.js';
import { conflict, done, type Result } from '../refusal.js';
import { runScopeOf } from './bulk-choice.js';
import type {
  IncidentBook,
  IncidentFilter,
  IncidentRow,
  NewIncidentAct,
  RetryOutcome,
} from './incident-book.port.js';

export interface IncidentRoomParts {
  book: IncidentBook;
  incidents: Pick<Engine['incidents'], 'retry' | 'close'>;
  letters: Pick<MailStore, 'retry'>;
  /** Wall time, by which letters are sent. */
  wall: () => Instant;
  now: () => Instant | Promise<Instant>;
}

export interface Retried {
  id: string;
  outcome: RetryOutcome;
  code: string | null;
  detail: NewIncidentAct['detail'];
}

export interface RetriedMany {
  items: Retried[];
  counts: Partial<Record<RetryOutcome, number>>;
  /** Still open and matching: the rest of a storm, or what failed again. */
  left: number;
}

/** A storm is taken in such parts: each answers within seconds. */
const MOST_AT_ONCE = 500;

type Tried = Pick<Retried, 'outcome' | 'code' | 'detail'>;

/** Where people look after what could not go on by itself. Who did what is kept with it. */
export class IncidentRoom {
  constructor(private readonly parts: IncidentRoomParts) {}

  async retry(caller: Caller, id: string): Promise<Result<{ incident: IncidentRow; retried: Retried }>> {
    const incident = await this.parts.book.byId(runScopeOf(caller, 'incident.run'), id);
    if (!incident) return NO_INCIDENT;
    if (incident.status !== 'open') return NOT_OPEN;
    if (!incident.retryable) return NOTHING_KEPT;
    const retried = await this.tried(caller, id);
    if (!retried) return NOT_OPEN;
    return done({
      incident: (await this.parts.book.byId(runScopeOf(caller, 'incident.run'), id)) ?? incident,
      retried,
    });
  }

  /** The oldest first, for what came later may hang on it. */
  async retryMany(
    caller: Caller,
    choice: { filter?: IncidentFilter | undefined; ids?: string[] | undefined },
  ): Promise<RetriedMany> {
    const { book } = this.parts;
    const scope = runScopeOf(caller, 'incident.run');
    const filter = choice.filter ?? {};
    const items: Retried[] = [];
    for (const id of await book.open(scope, { ...filter, ids: choice.ids }, MOST_AT_ONCE)) {
      const retried = await this.tried(caller, id);
      if (retried) items.push(retried);
    }
    const counts: RetriedMany['counts'] = {};
    for (const { outcome } of items) counts[outcome] = (counts[outcome] ?? 0) + 1;
    const left = choice.ids
      ? items.filter(({ outcome }) => outcome === 'failed').length
      : await book.count(scope, { ...filter, status: 'open' });
    return { items, counts, left };
  }

  /** For what nothing waits for: a message that its sender has since sent in another way, a letter that nobody needs. */
  async close(caller: Caller, id: string, reason: string): Promise<Result<IncidentRow>> {
    const { book, incidents, now } = this.parts;
    const incident = await book.byId(runScopeOf(caller, 'incident.run'), id);
    if (!incident) return NO_INCIDENT;
    if (incident.status !== 'open') return NOT_OPEN;
    if (incident.kind !== 'message' && incident.kind !== 'mail') return MUST_BE_DONE;
    await incidents.close(id);
    await book.record({
      ...{ incidentId: id, act: 'closed', outcome: 'closed', code: null, detail: null, reason },
      ...{ actorId: actorIdOf(caller), at: await now() },
    });
    return done((await book.byId(runScopeOf(caller, 'incident.run'), id)) ?? incident);
  }

  private async tried(caller: Caller, id: string): Promise<Retried | null> {
    const { book, now } = this.parts;
    const letter = await book.letterOf(id);
    const tried = await (letter === null ? this.redriven(id) : this.mailed(letter));
    if (!tried) return null;
    await book.record({
      ...{ incidentId: id, act: 'retried', ...tried, reason: null },
      ...{ actorId: actorIdOf(caller), at: await now() },
    });
    return { id, ...tried };
  }

  private async redriven(id: string): Promise<Tried | null> {
    const { book, incidents } = this.parts;
    const answer = await incidents.retry(id);
    if (!answer) return null;
    if (answer.outcome) return triedOf(answer.outcome);
    return { outcome: EFFECT[(await book.effectStatus(id)) ?? 'pending'], code: null, detail: null };
  }

  /** The next round of mail takes it up. */
  private async mailed(letter: string): Promise<Tried | null> {
    const { letters, now, wall } = this.parts;
    const isReady = await letters.retry(letter, { wall: wall(), at: await now() });
    return isReady ? { outcome: 'underWay', code: null, detail: null } : null;
  }
}

/** A no is an answer: the journey has decided, and nothing is parked any more. */
function triedOf(outcome: Outcome): Tried {
  if (outcome.ok) return { outcome: 'resolved', code: null, detail: null };
  const { code, detail } = outcome.refusal;
  return { outcome: code === 'journey.incident' ? 'failed' : 'refused', code, detail };
}

const EFFECT = { done: 'resolved', pending: 'underWay', dead: 'failed' } as const;

const NOT_OPEN = conflict('incident.not_open', {
  id: 'Insiden ini sudah selesai.',
  en: 'This incident is resolved already.',
});
const NOTHING_KEPT = conflict('incident.nothing_kept', {
  id: 'Pesannya tidak disimpan, jadi tidak ada yang dapat diulang. Kirim lagi dari asalnya, lalu tutup insiden ini dengan alasan.',
  en: 'The message was not kept, so there is nothing to try again. Send it anew from where it came, then close this incident with the reason.',
});
const MUST_BE_DONE = conflict('incident.must_be_done', {
  id: 'Tenggat dan efek harus terlaksana: ulangi bila penyebabnya sudah diperbaiki.',
  en: 'Deadlines and effects must be carried out: try again once the cause is mended.',
});
