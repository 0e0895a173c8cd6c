import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { SignInSettings } from '#libs/platform';

const PATH = '/.well-known/security.txt';
/** Whoever finds an old copy must not take it for what holds; RFC 9116 asks for less than a year. */
const HOLDS_MS = 180 * 24 * 3_600_000;

/** Whom to tell of a weakness (RFC 9116); without a contact there is no such page. */
export function securityText(text: SignInSettings['securityText'], publicUrl: string | null): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path !== PATH || !text || (request.method !== 'GET' && request.method !== 'HEAD'))
      return next();
    const lines = [
      `Contact: ${text.contact}`,
      `Expires: ${new Date(Date.now() + HOLDS_MS).toISOString()}`,
      'Preferred-Languages: id, en',
      ...(publicUrl === null ? [] : [`Canonical: ${publicUrl}${PATH}`]),
      ...(text.policy === null ? [] : [`Policy: ${text.policy}`]),
    ];
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  };
}
