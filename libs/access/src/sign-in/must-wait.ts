import { refused, type Refused } from '#libs/platform';

/** Too many failures from here. */
export function mustWait(seconds: number): Refused {
  return refused('access.too_many_attempts', { params: { seconds }, retryAfterSeconds: seconds });
}
