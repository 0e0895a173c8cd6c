import type { Request } from 'express';

/**
 * Whether a request comes from one of our own pages: by Sec-Fetch-Site, which no page can set; else by Origin, where a
 * browser sends the former only over HTTPS. Null where the request tells neither, as programs don't.
 */
export function comesFromOwnPage(request: Request, publicUrl: string | null): boolean | null {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('Origin');
  if (origin === undefined) return null;
  const own = [`${request.protocol}://${request.get('Host') ?? ''}`];
  if (publicUrl !== null) own.push(new URL(publicUrl).origin);
  return own.includes(origin);
}
