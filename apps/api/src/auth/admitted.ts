import type { Request, Response } from 'express';
import type { Sessions, SignedIn } from '#libs/access';
import { accountView } from './account-view.js';
import { setDeviceCookie, setSessionCookie } from './session-token.js';
import type { SessionView } from './sessions.dto.js';

/** What whoever has signed in is told, and what his browser keeps. */
export async function admitted(
  sessions: Sessions,
  { session: { token, expiresAt, caller }, device }: SignedIn,
  request: Request,
  response: Response,
): Promise<SessionView> {
  setSessionCookie(response, token, expiresAt, request.secure);
  if (device !== null) setDeviceCookie(response, device, request.secure);
  return { token, expiresAt, account: accountView(caller, await sessions.standingOf(token, caller)) };
}
