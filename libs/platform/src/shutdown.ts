/**
 * Runs `stop` once on SIGINT or SIGTERM. A second signal gives up waiting: the operator has asked twice.
 * Returns how to stop listening.
 */
export function onStopSignal(
  stop: (signal: NodeJS.Signals) => Promise<void>,
  giveUp: () => void,
): () => void {
  let stopping = false;
  const listener = (signal: NodeJS.Signals): void => {
    if (stopping) return giveUp();
    stopping = true;
    void stop(signal);
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}
