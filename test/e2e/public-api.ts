import { setTimeout as pause } from 'node:timers/promises';
import { untruths } from './described-answers.js';

/** Any JSON, read as a caller without our types reads it. */
export interface Json {
  [key: string]: Json;
  [index: number]: Json;
}

/** A text within an answer; the empty text where there is none. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export interface Sent {
  headers?: Record<string, string>;
}

const PASSWORD = 'titian-sandbox';

/** One signed-in account, speaking HTTP and nothing else. */
export class PublicApi {
  private constructor(
    private readonly address: string,
    private readonly token: string | null,
  ) {}

  /** For requests that this class has no words for. */
  get bearer(): string | null {
    return this.token;
  }

  static anonymous(address: string): PublicApi {
    return new PublicApi(address, null);
  }

  static async signIn(address: string, username: string): Promise<PublicApi> {
    const answer = await new PublicApi(address, null).post('/sessions', { username, password: PASSWORD });
    if (answer.status !== 201)
      throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
    return new PublicApi(address, text(answer.body['token']));
  }

  get(path: string, sent?: Sent): Promise<Answer> {
    return this.call('GET', path, undefined, sent);
  }

  post(path: string, body: unknown = {}, sent?: Sent): Promise<Answer> {
    return this.call('POST', path, body, sent);
  }

  patch(path: string, body: unknown, sent?: Sent): Promise<Answer> {
    return this.call('PATCH', path, body, sent);
  }

  put(path: string, body: unknown, sent?: Sent): Promise<Answer> {
    return this.call('PUT', path, body, sent);
  }

  delete(path: string, sent?: Sent): Promise<Answer> {
    return this.call('DELETE', path, undefined, sent);
  }

  upload(path: string, file: string | Uint8Array, name = 'file.csv', sent?: Sent): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
    return this.call('POST', path, form, sent);
  }

  /** A file as it comes; throws for anything but 200. */
  async download(path: string, sent: Sent = {}): Promise<Uint8Array> {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      headers: {
        'Accept-Language': 'en',
        ...(this.token !== null && { Authorization: `Bearer ${this.token}` }),
        ...sent.headers,
      },
    });
    if (response.status !== 200) throw new Error(`${path} answered ${String(response.status)}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** The file that is answered to a file; throws for anything but 200. */
  async uploadFor(path: string, file: Uint8Array): Promise<Uint8Array> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), 'file.xlsx');
    const headers = { ...(this.token !== null && { Authorization: `Bearer ${this.token}` }) };
    const sent = { method: 'POST', headers, body: form };
    const response = await fetch(`${this.address}/api/v1${path}`, sent);
    if (response.status !== 200) throw new Error(`${path} answered ${String(response.status)}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Throws with the answer when the status is another. */
  async expect(status: number, answer: Promise<Answer>): Promise<Json> {
    const { status: was, body } = await answer;
    if (was !== status)
      throw new Error(`expected ${String(status)}, got ${String(was)}: ${JSON.stringify(body)}`);
    return body;
  }

  private async call(method: string, path: string, body: unknown, sent: Sent = {}): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        'Accept-Language': 'en',
        ...(this.token !== null && { Authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...sent.headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const answer = {
      status: response.status,
      headers: response.headers,
      body: (/json/.test(type) ? JSON.parse(text) : text) as Json,
    };
    const untrue = untruths({ method, path, type, ...answer });
    if (untrue.length > 0) throw new Error(`the OpenAPI document is wrong: ${untrue.join('; ')}`);
    return answer;
  }
}

const LONGEST_MOVE_MS = 180_000;

/** Moves the sandbox's clock and waits until it has arrived, however long the way; answers what fired. */
export async function moveClock(api: PublicApi, move: { advance: string } | { to: string }): Promise<Json[]> {
  const answer = await api.post('/sandbox/clock', move);
  if (answer.status === 200) return answer.body['fired'] as unknown as Json[];
  if (answer.status !== 202) throw new Error(`the clock refused: ${JSON.stringify(answer.body)}`);
  const until = Date.now() + LONGEST_MOVE_MS;
  while (Date.now() < until) {
    const { operation } = (await api.get('/sandbox/clock')).body;
    if (text(operation?.['status']) === 'done') return operation?.['fired'] as unknown as Json[];
    if (text(operation?.['status']) === 'failed')
      throw new Error(`the clock stopped: ${JSON.stringify(operation)}`);
    await pause(200);
  }
  throw new Error('the clock did not arrive');
}
