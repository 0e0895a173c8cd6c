import { createLog } from './json-log.js';
import { runInRequest } from './request-scope.js';

describe('the log', () => {
  function logged(level: 'debug' | 'warn', write: (log: ReturnType<typeof createLog>) => void) {
    const lines: string[] = [];
    write(createLog({ level, write: (line) => lines.push(line), now: () => 'now' }));
    return lines.map((line) => JSON.parse(line) as unknown);
  }

  it('writes one JSON object a line, with the id of the request it belongs to', () => {
    const lines = logged('debug', (log) =>
      runInRequest({ requestId: 'r-1' }, () => log.info('hello\nthere', { n: 1 })),
    );
    expect(lines).toEqual([{ time: 'now', level: 'info', requestId: 'r-1', message: 'hello\nthere', n: 1 }]);
  });

  it('writes an error with its causes', () => {
    const error = new Error('outer', { cause: new Error('inner') });
    expect(logged('debug', (log) => log.error('failed', { error }))).toMatchObject([
      { error: { message: 'outer', stack: expect.any(String), cause: { message: 'inner' } } },
    ]);
  });

  it('leaves out what is below its level', () => {
    expect(logged('warn', (log) => (log.info('no'), log.warn('yes')))).toMatchObject([{ message: 'yes' }]);
  });

  it('names nobody, not even in the words of a failure', () => {
    const error = new Error('Key (nip)=(198101012006011911) of contoh.satu@ins-01.example already exists');
    const [line] = logged('debug', (log) => log.error('failed', { error, ms: 12.3456789012 }));
    expect(line).toMatchObject({
      error: { message: 'Key (nip)=(••••1911) of •••@ins-01.example already exists' },
      ms: 12.3456789012,
    });
    expect(JSON.stringify(line)).not.toMatch(/19810101|contoh/);
  });
});
