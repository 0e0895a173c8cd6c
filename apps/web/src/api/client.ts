import createClient from 'openapi-fetch';
import { language } from '../words/language.js';
import { attempts } from './attempts.js';
import { OutOfReach, Refused, type Problem } from './problem.js';
import type { paths } from './schema.js';

/** The generated client: the session is the browser's cookie, the language is the reader's. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

api.use(attempts, {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language());
  },
  onError: ({ error }) => new OutOfReach(String(error)),
});

interface Fetched<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer, or throws what was refused. */
export async function answerOf<T>(fetched: Promise<Fetched<T>>): Promise<T> {
  const { data, error, response } = await fetched;
  if (response.ok) return data as T;
  throw new Refused(isProblem(error) ? error : unnamed(response));
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

function unnamed({ status, statusText }: Response): Problem {
  return { type: 'about:blank', title: statusText, status, code: 'unnamed', detail: statusText, id: '' };
}
