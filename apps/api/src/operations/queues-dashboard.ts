import type { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { hasRole, mayEver, type Caller, type Sessions, type SignIn } from '#libs/access';
import { placeOfRequest, SESSION_COOKIE, tokenOf } from '../auth/session-token.js';
import { problem } from '../problems/problem.exception.js';

export type DashboardQueue = ConstructorParameters<typeof BullMQAdapter>[0];

interface DoorParts {
  sessions: Pick<Sessions, 'callerOf' | 'owesSecondFactor'>;
  signIn: Pick<SignIn, 'enter'>;
}

export const DASHBOARD_PATH = '/operator/queues';

/**
 * The queues to look at: institutes see them, LAN may also retry and remove jobs, which loses nothing, for Postgres is the
 * record. A browser has no way to send a bearer token with a page, so that it asks for name and password; whoever is
 * signed in here already gets in by his cookie.
 */
export function queuesDashboard(
  { sessions, signIn }: DoorParts,
  queues: readonly DashboardQueue[],
): RequestHandler {
  // Made for whoever comes first: most processes end without anybody having looked.
  let boards: Promise<Boards> | null = null;
  const enter = async (request: Request, response: Response, next: NextFunction) => {
    if (isForeignWrite(request)) return next(problem('access.forbidden'));
    const caller =
      (await bySession(sessions, request)) ?? (await byPassword({ sessions, signIn }, request, response));
    if (!caller) return ask(response);
    if (!mayEver(caller, 'queues.look')) return next(problem('access.forbidden'));
    nothingFromOutside(response);
    const { toRun, toSee } = await (boards ??= boardsOf(queues));
    return (hasRole(caller, 'lan') ? toRun : toSee)(request, response, next);
  };
  return (request, response, next) => {
    enter(request, response, next).catch(next);
  };
}

interface Boards {
  toRun: RequestHandler;
  toSee: RequestHandler;
}

async function boardsOf(queues: readonly DashboardQueue[]): Promise<Boards> {
  const [{ createBullBoard }, { BullMQAdapter: Adapter }, { ExpressAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/express'),
  ]);
  const boardOf = (readOnlyMode: boolean): RequestHandler => {
    const serverAdapter = new ExpressAdapter();
    serverAdapter.setBasePath(DASHBOARD_PATH);
    createBullBoard({
      queues: queues.map((queue) => new Adapter(queue, { readOnlyMode })),
      serverAdapter,
      options: { uiConfig: { boardTitle: 'Titian', hideDocsLink: true } },
    });
    return serverAdapter.getRouter() as RequestHandler;
  };
  return { toRun: boardOf(false), toSee: boardOf(true) };
}

/** The board's page asks for typefaces of another host, which our policy forbids; those of the machine do. */
function nothingFromOutside(response: Response): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) =>
    send(typeof body === 'string' ? body.replace(/<link\b[^>]*\bhref="https?:[^>]*>/g, '') : body);
}

async function bySession(
  sessions: Pick<Sessions, 'callerOf' | 'owesSecondFactor'>,
  request: Request,
): Promise<Caller | null> {
  const token = tokenOf(request);
  if (token === null || (await sessions.owesSecondFactor(token))) return null;
  return sessions.callerOf(token);
}

/** Kept in a cookie of these pages alone: a password is checked once, and not with every file of a page. */
async function byPassword(
  { sessions, signIn }: DoorParts,
  request: Request,
  response: Response,
): Promise<Caller | null> {
  const [, encoded = ''] = /^Basic +([\w+/=-]{1,2000})$/i.exec(request.headers.authorization ?? '') ?? [];
  const [, name, password] = /^([^:]+):(.*)$/su.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (name === undefined || password === undefined) return null;
  const opened = await signIn.enter(name, password, placeOfRequest(request));
  if (!opened.ok) return null;
  const { token, expiresAt, caller } = opened.session;
  if (await sessions.owesSecondFactor(token)) return null;
  const kept = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: DASHBOARD_PATH } as const;
  response.cookie(SESSION_COOKIE, token, { ...kept, expires: new Date(expiresAt) });
  return caller;
}

/** A browser sends a password that it knows along with whatever another site makes it send. */
function isForeignWrite(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin';
  const origin = request.get('Origin');
  return origin !== undefined && origin !== `${request.protocol}://${request.get('Host') ?? ''}`;
}

function ask(response: Response): void {
  response
    .status(401)
    .set('WWW-Authenticate', 'Basic realm="Titian", charset="UTF-8"')
    .type('text/plain')
    .send('Masuk dengan akun lembaga atau LAN. / Sign in with an account of an institute or of LAN.\n');
}
