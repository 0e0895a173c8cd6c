import { Agent, request } from 'node:http';

export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

/** One signed-in account on kept connections: lighter than fetch, for caller and server share the cores. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly address: string,
    private token: string | null = null,
  ) {}

  static async signIn(address: string, username: string): Promise<Caller> {
    const caller = new Caller(address);
    const answer = await caller.post('/sessions', { username, password: 'titian-sandbox' });
    caller.token = String(told(answer, 201)['token']);
    return caller;
  }

  get(path: string): Promise<Answered> {
    return this.send('GET', path);
  }

  post(path: string, body: object): Promise<Answered> {
    return this.send('POST', path, 'application/json', Buffer.from(JSON.stringify(body)));
  }

  async upload(path: string, text: string): Promise<Answered> {
    const form = new FormData();
    form.append('file', new Blob([text]), 'peserta.csv');
    const packed = new Response(form);
    const type = packed.headers.get('content-type') ?? '';
    return this.send('POST', path, type, Buffer.from(await packed.arrayBuffer()));
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, type?: string, body?: Buffer): Promise<Answered> {
    const headers = {
      ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      ...(body && { 'content-type': type, 'content-length': body.length }),
    };
    return new Promise((done, fail) => {
      const sent = request(
        `${this.address}/api/v1${path}`,
        { method, headers, agent: this.agent },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', fail);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString();
            done({
              status: answer.statusCode ?? 0,
              body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
            });
          });
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  }
}

/** @throws Error with the answer when the status is another. */
export function told({ status, body }: Answered, wanted: number): Record<string, unknown> {
  if (status !== wanted) throw new Error(`answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
}
