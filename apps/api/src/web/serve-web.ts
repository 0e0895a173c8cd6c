import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';

/** Addresses that are not the screens': what is not found below them is said as the API says it. */
const NOT_SCREENS = /^\/(api|assets|health|metrics|operator|verify)(\/|$)/;

/**
 * The screens: files with a digest in their name for good, and the one page for every address that a browser opens.
 *
 * @param folder where `index.html` and `assets/` were built to.
 */
export function serveWeb(app: NestExpressApplication, folder: string): void {
  app.use(
    '/assets',
    compression(),
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: true }),
  );
  const page = join(folder, 'index.html');
  app.use(compression(), (request: Request, response: Response, next: NextFunction): void => {
    const isOpened = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
    if (!isOpened || NOT_SCREENS.test(request.path)) return next();
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}
