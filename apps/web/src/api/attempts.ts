import type { Middleware } from 'openapi-fetch';

/** Keys of what was sent and never answered. */
const unanswered = new Map<string, string>();
const underWay = new Map<string, string>();

/**
 * Every write bears a key, and what is sent again in the same words after an answer was lost bears the same one: the
 * server counts it once. Whoever must say the same beyond a reload, or sends a file, sets a key of his own.
 */
export const attempts: Middleware = {
  async onRequest({ request, id }) {
    if (request.method === 'GET' || request.headers.has('Idempotency-Key')) return;
    const words = `${request.method} ${request.url} ${isJson(request) ? await request.clone().text() : id}`;
    const key = unanswered.get(words) ?? crypto.randomUUID();
    unanswered.set(words, key);
    underWay.set(id, words);
    request.headers.set('Idempotency-Key', key);
  },
  onResponse({ response, id }) {
    const words = underWay.get(id);
    underWay.delete(id);
    // A gateway that gave up does not know whether it was done.
    if (words !== undefined && response.status < 500) unanswered.delete(words);
  },
  onError({ id }) {
    underWay.delete(id);
  },
};

const isJson = ({ headers, body }: Request) =>
  body === null || (headers.get('Content-Type') ?? '').startsWith('application/json');
