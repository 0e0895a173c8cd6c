import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Reply {
  status: number;
  body: unknown;
}

/** What was accepted, so that the record can be held against it. */
export interface Accepted {
  journeyId: string;
  type: string;
}

const PATIENCE_MS = 180_000;
const ASIDE = 8;

/** People at their screens: whatever answers nothing or `later` is asked again, with the same key, at another address. */
export class Crowd {
  readonly accepted: Accepted[] = [];
  /** How often somebody had to ask again. */
  repeats = 0;
  private readonly tokens = new Map<string, string>();
  private turn = 0;

  constructor(
    private readonly addresses: readonly string[],
    private readonly password: string,
  ) {}

  async signIn(usernames: readonly string[]): Promise<void> {
    for (const username of usernames) {
      const { status, body } = await this.ask('POST', '/sessions', { username, password: this.password }, {});
      if (status !== 201) throw new Error(`${username} could not sign in: ${JSON.stringify(body)}`);
      this.tokens.set(username, (body as { token: string }).token);
    }
  }

  async get<T>(who: string, path: string): Promise<T> {
    return this.expect<T>(200, await this.ask('GET', path, undefined, this.signed(who)), path);
  }

  async post<T>(who: string, path: string, body: unknown, expected = 200): Promise<T> {
    const headers = { ...this.signed(who), 'idempotency-key': randomUUID() };
    return this.expect<T>(expected, await this.ask('POST', path, body, headers), path);
  }

  async upload<T>(who: string, path: string, csv: string): Promise<T> {
    const file = new FormData();
    file.set('file', new Blob([csv], { type: 'text/csv' }), 'peserta.csv');
    const headers = { ...this.signed(who), 'idempotency-key': randomUUID() };
    return this.expect<T>(200, await this.ask('POST', path, file, headers), path);
  }

  /** One event to one journey; it is on record exactly once when this returns. */
  async send(who: string, journeyId: string, type: string, payload: object): Promise<void> {
    await this.post(who, `/journeys/${journeyId}/events`, { type, payload });
    this.accepted.push({ journeyId, type });
  }

  private expect<T>(status: number, reply: Reply, path: string): T {
    if (reply.status !== status)
      throw new Error(`${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply.body as T;
  }

  /** Headers of who is signed in, for a request of one's own. */
  signed(who: string): Record<string, string> {
    return { authorization: `Bearer ${this.tokens.get(who) ?? ''}` };
  }

  private async ask(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Reply> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const reply = await this.once(method, path, body, headers);
      if (reply && reply.status < 500 && !isBusy(reply)) return reply;
      if (Date.now() > end) throw new Error(`${method} ${path} found nobody: ${JSON.stringify(reply)}`);
      this.repeats += 1;
      await pause(150);
    }
  }

  private async once(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Reply | null> {
    this.turn += 1;
    const address = this.addresses[this.turn % this.addresses.length] ?? '';
    const json: Record<string, string> =
      body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
    const sent = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
    try {
      const response = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { ...json, ...headers },
        body: sent ?? null,
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    } catch {
      return null;
    }
  }
}

/** The first try with this key still runs somewhere. */
function isBusy({ status, body }: Reply): boolean {
  return status === 409 && JSON.stringify(body).includes('idempotency.in_progress');
}

/** Each item once, several side by side. */
export async function forEach<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as T, index);
  };
  await Promise.all(Array.from({ length: ASIDE }, lane));
}
