export interface KeptWork {
  /** Pause after a round that found nothing more to do. */
  everyMs: number;
  /** One round; answers whether there is more. */
  work: () => Promise<boolean>;
  /** A round that failed; the next one tries again after the pause. */
  onError: (error: unknown) => void;
}

export interface Kept {
  start(): void;
  /** Lets the round that runs come to its end. */
  stop(): Promise<void>;
}

/** Does a work over and over, one round at a time. Keeps no process alive. */
export function keepAt({ everyMs, work, onError }: KeptWork): Kept {
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> = Promise.resolve();
  let stopped = true;
  const schedule = (delay: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      round = run();
    }, delay);
    timer.unref();
  };
  const run = async () => {
    try {
      schedule((await work()) ? 0 : everyMs);
    } catch (error) {
      onError(error);
      schedule(everyMs);
    }
  };
  return {
    start() {
      if (!stopped) return;
      stopped = false;
      schedule(0);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await round;
    },
  };
}
