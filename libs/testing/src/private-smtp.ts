import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as the server took it. */
export interface TakenMail {
  from: string;
  to: string[];
  /** Headers and body as they came over the wire. */
  source: string;
}

/** A mail server of one's own on a free port of 127.0.0.1, which keeps what it takes. */
export interface PrivateSmtp {
  readonly url: string;
  readonly taken: TakenMail[];
  /** Nobody listens any more: connections are refused; `start` listens again on the same port. */
  refuse(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SmtpManners {
  /** Never answers for these recipients. */
  hangsOn?: (address: string) => boolean;
  /** Refuses these recipients for good. */
  rejects?: (address: string) => boolean;
}

export async function startPrivateSmtp(manners: SmtpManners = {}): Promise<PrivateSmtp> {
  const taken: TakenMail[] = [];
  let server = await listening(0, manners, taken);
  const { port } = server.server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server.server, 'close');
    server.close();
    await closed;
  };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: close,
    start: async () => {
      server = await listening(port, manners, taken);
    },
    stop: async () => {
      if (server.server.listening) await close();
    },
  };
}

async function listening(port: number, manners: SmtpManners, taken: TakenMail[]): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    // Connections that a test left open must not hold up its end.
    closeTimeout: 100,
    disableReverseLookup: true,
    ...commands(manners, taken),
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return server;
}

function commands(
  { hangsOn, rejects }: SmtpManners,
  taken: TakenMail[],
): Pick<SMTPServerOptions, 'onRcptTo' | 'onData'> {
  return {
    onRcptTo({ address }, _session, answer) {
      if (hangsOn?.(address)) return;
      if (rejects?.(address))
        return answer(Object.assign(new Error(`<${address}> is unknown here`), { responseCode: 550 }));
      answer();
    },
    onData(stream, { envelope }, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString('utf8'),
        });
        answer();
      });
    },
  };
}

/** Takes connections and never says a word. */
export async function startSilentServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: async () => {
      for (const socket of open) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

/** The parts of a letter decoded: headers by lower-case name, and the bodies by type. */
export function readMail({ source }: TakenMail): {
  headers: Record<string, string>;
  text: string;
  html: string;
} {
  const [head = '', body = ''] = split(source);
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map((part) => part.replace(/^\r\n/, ''));
  const partOf = (type: string) => {
    const [partHead = '', partBody = ''] = split(
      parts.find((part) => part.toLowerCase().startsWith(`content-type: ${type}`)) ?? '',
    );
    return decoded(headersOf(partHead)['content-transfer-encoding'] ?? '', partBody);
  };
  return { headers, text: partOf('text/plain'), html: partOf('text/html') };
}

function split(source: string): [string, string] {
  const end = source.indexOf('\r\n\r\n');
  return end < 0 ? [source, ''] : [source.slice(0, end), source.slice(end + 4)];
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
    }),
  );
}

/** RFC 2047 words, as subjects with other letters than ASCII have them. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : quotedPrintable(coded.replace(/_/g, ' ')),
    );
}

function decoded(encoding: string, body: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return (encoding === 'quoted-printable' ? quotedPrintable(body) : body).replace(/\r\n/g, '\n');
}

function quotedPrintable(coded: string): string {
  const bytes = coded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
