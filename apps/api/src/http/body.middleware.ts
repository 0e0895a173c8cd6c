import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { problem } from '../problems/problem.exception.js';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** JSON within the limit. Multipart is read later, once it is known that the route takes it and the caller may. */
export function jsonBody(limitBytes: number): RequestHandler {
  const parse = express.json({
    limit: limitBytes,
    strict: true,
    type: ['application/json', '+json'],
    reviver: storable,
  });
  return (request: Request, response: Response, next: NextFunction) => {
    if (WRITES.has(request.method) && isOtherType(request)) {
      return next(problem('request.unsupported_media_type', { params: { accepted: 'application/json' } }));
    }
    parse(request, response, next);
  };
}

/** Mail programs stop mail with a form (RFC 8058); a form sent anywhere else could come from anybody's page. */
const TAKES_FORM = /\/mail-preferences\/[^/?]+$/;

function isOtherType(request: Request): boolean {
  // Many clients announce an empty body by its length and name no type; a claim or a release needs no more.
  if (request.headers['content-length'] === '0') return false;
  const form = TAKES_FORM.test(request.path) ? ['application/x-www-form-urlencoded'] : [];
  const type = request.is(['application/json', '+json', 'multipart/form-data', ...form]);
  // null: there is no body at all; false: there is one, of another kind.
  return type === false;
}

/** Postgres stores neither NUL nor half a surrogate pair; said here it is the caller's fault, said there a 500. */
function storable(key: string, value: unknown): unknown {
  if (isStorable(key) && (typeof value !== 'string' || isStorable(value))) return value;
  throw Object.assign(new SyntaxError('unstorable characters'), { status: 400, expose: true });
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/[\uD800-\uDFFF]/u.test(text);
}

/** The same for the address: `%00` in a path or query. */
export function storableAddress(request: Request, _response: Response, next: NextFunction): void {
  next(/%00/.test(request.originalUrl) ? problem('request.malformed') : undefined);
}
