import type { NextFunction, Request, Response } from 'express';

const AT_ROOT = /^\/(health\/(live|ready)|metrics|verify([/?]|$))/;

/** Probes and printed certificates know no version: their addresses work without the prefix too. */
export function rootPaths(prefix: string) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (AT_ROOT.test(request.url)) request.url = `/${prefix}${request.url}`;
    next();
  };
}
