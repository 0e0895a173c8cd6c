import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether this process number is a living Postgres. After a reboot a kept number may belong to anything; and where nothing
 * collects ended processes (a container without an init) a dead server stays listed as a zombie.
 */
export function isPostgres(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    if (process.platform === 'linux') return isLivingPostgresOnLinux(pid);
    if (process.platform === 'win32') {
      const list = execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' });
      return list.toLowerCase().includes('postgres');
    }
    const found = execFileSync('ps', ['-p', String(pid), '-o', 'stat=,comm='], { encoding: 'utf8' }).trim();
    return !found.startsWith('Z') && found.includes('postgres');
  } catch {
    return false;
  }
}

/** `/proc/<pid>/stat` is `<pid> (<name>) <state> …`. */
function isLivingPostgresOnLinux(pid: number): boolean {
  const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return name === 'postgres' && state !== 'Z' && state !== 'X';
}
