import { createServer } from 'node:net';
import { PlainFailure } from './plain-failure.js';

/** Says so before anything is started when the port can't be had; 0 stands for any free one. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((done, failed) => {
    probe.once('error', (error) => failed(portFailure(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done()));
  });
}

/** The plain words for what listening may answer; anything else is handed back as it is. */
export function portFailure(error: unknown, host: string, port: number): Error {
  if (!(error instanceof Error)) return new Error('the port could not be had', { cause: error });
  const code = 'code' in error ? error.code : undefined;
  const cause = { cause: error };
  if (code === 'EADDRINUSE') {
    return new PlainFailure(
      `Port ${port} on ${host} is taken. Stop what uses it, or choose another: PORT=3001 npm start`,
      cause,
    );
  }
  if (code === 'EACCES')
    return new PlainFailure(`Port ${port} is not ours to take. Choose one above 1023: PORT=3000`, cause);
  if (code === 'EADDRNOTAVAIL') return new PlainFailure(`HOST=${host} is no address of this machine.`, cause);
  return error;
}
