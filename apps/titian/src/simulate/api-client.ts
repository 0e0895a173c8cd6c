import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { SheetFile } from './invented/sheets.js';

/** Any JSON, read without the server's types, as another program would read it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface Answer {
  status: number;
  body: JsonObject;
}

const AT_ONCE = 16;

/** Why a call was refused. */
export const codeOf = ({ code }: JsonObject): string => (typeof code === 'string' ? code : 'without code');

/** HTTP to one server over connections that stay open. */
export class ApiServer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  requests = 0;

  constructor(private readonly port: number) {}

  async signIn(username: string, password: string): Promise<ApiAccount> {
    const answer = await this.call('POST', '/sessions', null, { username, password });
    const { token } = answer.body;
    const account = answer.body['account'] as { personId: string | null } | undefined;
    if (answer.status !== 201 || typeof token !== 'string')
      throw new Error(`${username} could not sign in: ${JSON.stringify(answer.body)}`);
    return new ApiAccount(this, username, token, account?.personId ?? '');
  }

  close(): void {
    this.agent.destroy();
  }

  call(method: string, path: string, token: string | null, body?: object | SheetFile): Promise<Answer> {
    this.requests += 1;
    const { type, bytes } = written(body);
    return new Promise((resolve, reject) => {
      const headers = {
        'Accept-Language': 'en',
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(type !== null && { 'Content-Type': type, 'Content-Length': bytes.length }),
      };
      const target = { host: '127.0.0.1', port: this.port, path: `/api/v1${path}` };
      const sent = request({ ...target, method, headers, agent: this.agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          resolve({
            status: response.statusCode ?? 0,
            body: isJson ? (JSON.parse(text) as JsonObject) : { text },
          });
        });
      });
      sent.on('error', reject);
      sent.end(bytes);
    });
  }
}

const BOUNDARY = 'titian-simulation-boundary';

function written(body: object | SheetFile | undefined): { type: string | null; bytes: Buffer } {
  if (body === undefined) return { type: null, bytes: Buffer.alloc(0) };
  if (!('bytes' in body)) return { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${body.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head), body.bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, bytes };
}

/** Somebody who is signed in. */
export class ApiAccount {
  constructor(
    private readonly server: ApiServer,
    readonly username: string,
    private readonly token: string,
    /** Empty for a machine. */
    readonly personId: string,
  ) {}

  send(method: 'GET' | 'POST', path: string, body?: object | SheetFile): Promise<Answer> {
    return this.server.call(method, path, this.token, body);
  }

  /** The answer's body; throws with it for any other status. */
  async get(path: string): Promise<JsonObject> {
    return this.expected(200, 'GET', path);
  }

  async post(path: string, body: object | SheetFile, status = 200): Promise<JsonObject> {
    return this.expected(status, 'POST', path, body);
  }

  /** A file, and what became of its rows: a large one goes on behind its sender's back, who then looks after it. */
  async upload(path: string, file: SheetFile): Promise<JsonObject> {
    const sent = await this.send('POST', path, file);
    if (sent.status === 200) return sent.body;
    if (sent.status !== 202) throw new Error(`${path} answered ${JSON.stringify(sent.body)}`);
    for (;;) {
      const batch = await this.get(`/imports/${sent.body['id'] as string}`);
      if (batch['status'] === 'done') return batch;
      if (batch['status'] !== 'running') throw new Error(`the upload stopped: ${JSON.stringify(batch)}`);
      await wait(100);
    }
  }

  /** Every item of a list, page after page. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const start: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.get(`${path}${path.includes('?') ? '&' : '?'}limit=200${start}`);
      items.push(...(page['items'] as T[]));
      cursor = page['nextCursor'] as string | null;
    } while (cursor !== null);
    return items;
  }

  private async expected(
    status: number,
    method: 'GET' | 'POST',
    path: string,
    body?: object | SheetFile,
  ): Promise<JsonObject> {
    const answer = await this.send(method, path, body);
    if (answer.status === status) return answer.body;
    const said = JSON.stringify(answer.body);
    throw new Error(`${this.username}: ${method} ${path} answered ${String(answer.status)}: ${said}`);
  }
}
