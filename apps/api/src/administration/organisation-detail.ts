import { organisationEntry, type AccessStore, type Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { problem } from '../problems/problem.exception.js';
import { accreditationView, organisationView } from './administration-view.js';

/** One organisation with every accreditation; `isOwn` where the caller keeps it from this moment on. */
export async function organisationDetail(
  store: AccessStore,
  caller: Caller,
  { id, now, isOwn = false }: { id: string; now: Instant; isOwn?: boolean },
) {
  const entry = await organisationEntry(store, id);
  if (!entry) throw problem('request.not_found');
  const all = await store.accreditationsOf(id);
  const view = organisationView(entry, caller, now);
  return {
    ...{ ...view, mayAdminister: isOwn || view.mayAdminister },
    accreditations: all.map((one) => accreditationView(one, entry, now)),
  };
}
