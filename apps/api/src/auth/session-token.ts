import type { Request, Response } from 'express';
import { type Place, placeOf, tokenHashOf } from '#libs/access';

export const SESSION_COOKIE = 'titian_session';
const DEVICE_COOKIE = 'titian_device';
const DEVICE_KEPT_MS = 365 * 24 * 3_600_000;

/** A bearer header wins over the cookie. */
export function tokenOf(request: Request): string | null {
  const bearer = /^Bearer +([\w~+/.=-]{16,256})$/i.exec(request.headers.authorization ?? '');
  return bearer?.[1] ?? cookieOf(request, SESSION_COOKIE);
}

/** Under which the request's session is kept. */
export const tokenHashOfRequest = (request: Request): string => tokenHashOf(tokenOf(request) ?? '');

/** A browser sends its cookie along with whatever makes it send something; nobody but our own pages sends a header. */
export function comesWithCookie(request: Request): boolean {
  return !/^Bearer /i.test(request.headers.authorization ?? '') && cookieOf(request, SESSION_COOKIE) !== null;
}

export function cookieOf(request: Request, wanted: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value) return value;
  }
  return null;
}

/** From where a request comes, for whoever signs in by it. */
export function placeOfRequest(request: Request): Place {
  const device = cookieOf(request, DEVICE_COOKIE);
  const isToken = device !== null && /^[\w-]{43}$/.test(device);
  return placeOf(request.ip ?? '', isToken ? device : null, request.get('User-Agent'));
}

/** Tells nothing and opens nothing: it says only that this browser has been here before. */
export function setDeviceCookie(response: Response, device: string, secure: boolean): void {
  response.cookie(DEVICE_COOKIE, device, { ...cookieOptions(secure), maxAge: DEVICE_KEPT_MS });
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
