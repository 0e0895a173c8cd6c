import type { Request, Response } from 'express';

export const SESSION_COOKIE = 'titian_session';

/** A bearer header wins over the cookie. */
export function tokenOf(request: Request): string | null {
  const bearer = /^Bearer +([\w~+/.=-]{16,256})$/i.exec(request.headers.authorization ?? '');
  return bearer?.[1] ?? cookieOf(request.headers.cookie ?? '');
}

function cookieOf(header: string): string | null {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION_COOKIE && value) return value;
  }
  return null;
}

/** Strict: the browser sends it with our own pages' calls only, so that no other site can write in a user's name. */
export function setSessionCookie(
  response: Response,
  token: string,
  expiresAt: string,
  secure: boolean,
): void {
  response.cookie(SESSION_COOKIE, token, { ...cookieOptions(secure), expires: new Date(expiresAt) });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(SESSION_COOKIE, cookieOptions(secure));
}

function cookieOptions(secure: boolean) {
  return { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
}
