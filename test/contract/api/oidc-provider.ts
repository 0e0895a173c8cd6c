import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** oidc-provider (npm) as a process of its own. */
export async function startProvider(callback: string): Promise<{ issuer: string; child: ChildProcess }> {
  const port = await freePort();
  const script = join(import.meta.dirname, 'oidc-provider.fixture.js');
  const child = spawn(process.execPath, [script, String(port), callback], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ready = new Promise<void>((tell, fail) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && tell());
    child.once('exit', () => fail(new Error(`the provider ended:\n${said}`)));
  });
  await ready;
  return { issuer: `http://127.0.0.1:${port}`, child };
}
