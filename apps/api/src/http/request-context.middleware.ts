import type { NextFunction, Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { runInRequest, type Log } from '#libs/platform';
import { localeOf } from './locale-of.js';

/** Gives every request an id, which its problem and its log lines share. */
export function requestContext(log: Log) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = uuid();
    const startedAt = process.hrtime.bigint();
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('Content-Language', localeOf(request));
    // Answers are about people, and their caller's own.
    response.setHeader('Cache-Control', 'private, no-cache');
    response.vary('Accept-Language');
    runInRequest({ requestId, ...(request.ip !== undefined && { address: request.ip }) }, () => {
      response.on('finish', () => {
        const ms = Number((process.hrtime.bigint() - startedAt) / 1000n) / 1000;
        // The query is left out: it may hold a name or a NIP.
        log.debug('request', {
          method: request.method,
          path: pathOf(request),
          status: response.statusCode,
          ms,
        });
      });
      next();
    });
  };
}

/** What stands in an address and opens something: who reads a log must not come in by it. */
function pathOf({ path }: Request): string {
  return path.replace(/(\/(?:password-recoveries|mail-preferences|calendar)\/)[^/]+/, '$1•••');
}
