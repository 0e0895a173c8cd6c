import { answerOf, api } from '../api/client.js';
import { Refused, type Problem } from '../api/problem.js';
import type { PayloadOf } from '../actions/event-types.js';

export type SessionPayload = PayloadOf<'sessionLogged'>;

/** A session that was sent off and has not arrived yet. */
export interface Parcel {
  /** Also its Idempotency-Key: however often it is sent, it is logged once. */
  id: string;
  journeyId: string;
  /** The task that it does; without one it is a session beyond the planned ones. */
  taskId: string | null;
  person: string;
  payload: SessionPayload;
  savedAt: string;
  /** Why it was refused; it stays until somebody decides. */
  refused: Problem | null;
}

const PREFIX = 'titian.outbox.';
const listeners = new Set<() => void>();
const empty: readonly Parcel[] = [];
/** What was read last, so that an unchanged box is the same object. */
let read: { name: string; text: string; parcels: readonly Parcel[] } = { name: '', text: '', parcels: empty };

export function parcelsOf(account: string): readonly Parcel[] {
  const name = PREFIX + account;
  const text = localStorage.getItem(name) ?? '[]';
  if (read.name === name && read.text === text) return read.parcels;
  read = { name, text, parcels: parsed(text) };
  return read.parcels;
}

function parsed(text: string): readonly Parcel[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as Parcel[]) : empty;
  } catch {
    return empty;
  }
}

function keep(account: string, parcels: readonly Parcel[]): void {
  localStorage.setItem(PREFIX + account, JSON.stringify(parcels));
  for (const listener of listeners) listener();
}

export function watchOutbox(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function putIntoOutbox(account: string, parcel: Parcel): void {
  keep(account, [...parcelsOf(account).filter(({ id }) => id !== parcel.id), parcel]);
}

export function takeFromOutbox(account: string, id: string): void {
  keep(
    account,
    parcelsOf(account).filter((parcel) => parcel.id !== id),
  );
}

let isSending: Promise<void> | null = null;

/** Sends what waits, one after the other; whatever finds no network waits on. One run at a time. */
export function sendOutbox(account: string, onArrived: (parcel: Parcel) => void): Promise<void> {
  isSending ??= sendAll(account, onArrived).finally(() => {
    isSending = null;
  });
  return isSending;
}

async function sendAll(account: string, onArrived: (parcel: Parcel) => void): Promise<void> {
  for (const parcel of parcelsOf(account).filter(({ refused }) => refused === null)) {
    try {
      await send(parcel);
    } catch (error) {
      if (!(error instanceof Refused) || isNotNow(error)) return;
      putIntoOutbox(account, { ...parcel, refused: error.problem });
      continue;
    }
    takeFromOutbox(account, parcel.id);
    onArrived(parcel);
  }
}

/** No network, an ended session or a server in trouble: to be tried again as it is. */
const isNotNow = ({ status }: Refused) => status === 401 || status === 429 || status >= 500;

function send({ id, journeyId, taskId, payload }: Parcel): Promise<unknown> {
  const headers = { 'Idempotency-Key': id };
  if (taskId !== null)
    return answerOf(
      api.POST('/api/v1/tasks/{id}/complete', {
        params: { path: { id: taskId } },
        headers,
        body: { event: 'sessionLogged', payload: { ...payload } },
      }),
    );
  return answerOf(
    api.POST('/api/v1/journeys/{id}/events', {
      params: { path: { id: journeyId } },
      headers,
      body: { type: 'sessionLogged', payload },
    }),
  );
}
