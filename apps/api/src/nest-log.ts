import type { LoggerService } from '@nestjs/common';
import type { Log } from '#libs/platform';

/** Nest's own words in our log; its start-up chatter is debug. */
export function nestLog(log: Log): LoggerService {
  return {
    log: (message: unknown) => log.debug(String(message)),
    debug: (message: unknown) => log.debug(String(message)),
    verbose: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, ...more: unknown[]) => log.error(String(message), { more }),
    fatal: (message: unknown, ...more: unknown[]) => log.error(String(message), { more }),
  };
}
