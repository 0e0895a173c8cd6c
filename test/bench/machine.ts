import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  cores: number;
  model: string;
  memoryGib: number;
  node: string;
  platform: string;
  /** Of the last minute before the run, over all cores. */
  load: number;
}

/** Above this load per core others take a part of what is measured. */
const QUIET = 0.5;

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cores: all.length,
    model: all[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

export function isBusy({ load, cores }: Machine): boolean {
  return load / cores > QUIET;
}
