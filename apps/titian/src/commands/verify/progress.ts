const OFTEN_MS = 500;
const SELDOM_MS = 10_000;

/** Tells now and then how far it is, on standard error: in place on a terminal, as lines in a log. */
export function progressOn(stream: NodeJS.WriteStream) {
  const everyMs = stream.isTTY ? OFTEN_MS : SELDOM_MS;
  const begun = performance.now();
  let last = begun;
  return {
    tell(text: (seconds: number) => string): void {
      const now = performance.now();
      if (now - last < everyMs) return;
      last = now;
      const line = text((now - begun) / 1000);
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    /** Clears the line; answers the seconds since the beginning. */
    end(): number {
      if (stream.isTTY) stream.write('\r\u001b[K');
      return (performance.now() - begun) / 1000;
    },
  };
}
