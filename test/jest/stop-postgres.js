import { once } from 'node:events';

export default async function stopPostgres() {
  const keeper = globalThis.titianPostgresKeeper;
  if (!keeper || keeper.exitCode !== null) return;
  const gone = once(keeper, 'exit');
  keeper.stdin.end();
  await gone;
}
