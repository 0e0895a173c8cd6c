import { urgencyOf } from './urgency.js';
import type { Shelf } from './task-filter.js';

interface Standing {
  due: string | null;
  followUp: string | null;
  status: 'open' | 'claimed' | 'done' | 'closed';
  assignee: string | null;
  deputy: string | null;
}

/** Whose turn it is and by when: what somebody else has in hand waits on him, what is put off waits for its day. */
export function shelfOf(
  { due, followUp, status, assignee, deputy }: Standing,
  me: string,
  now: string,
): Shelf {
  const isMine = deputy === null ? assignee === me || assignee === null : deputy === me;
  if (status === 'claimed' && !isMine) return 'waiting';
  if (followUp !== null && Date.parse(followUp) > Date.parse(now)) return 'deferred';
  return urgencyOf(due, now);
}
