import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { uploadsOf } from '../http/multipart.js';

/** Digest of what a request asks: method, address, body, files. The order of a body's keys doesn't matter. */
export function fingerprintOf(request: Request): string {
  const digest = createHash('sha256');
  digest.update(`${request.method} ${request.originalUrl}\n`);
  digest.update(JSON.stringify(sorted(request.body ?? null)));
  for (const file of uploadsOf(request)) {
    digest.update(`\n${JSON.stringify([file.field, file.name, file.bytes.length])}\n`);
    digest.update(file.bytes);
  }
  return digest.digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
