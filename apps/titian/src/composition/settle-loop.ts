const EVERY_MS = 15_000;

/** Settles at once, for whatever a process that died left behind, and now and then. Answers how to stop it. */
export function keepSettling(settle: () => Promise<void>): () => Promise<void> {
  let pass = settle();
  const timer = setInterval(() => {
    pass = pass.then(settle);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await pass;
  };
}
