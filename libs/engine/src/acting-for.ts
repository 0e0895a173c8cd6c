import type { Actor } from '#libs/statechart';

/** Under which an entry's data says for whom its sender stood in; no payload has a field of this name. */
export const ACTING_FOR = 'actingFor';

type Data = Record<string, unknown>;

/** What is kept of an event: both names are under the chain's hash. */
export function keptData(data: Data, { actingFor }: Actor): Data {
  return actingFor === undefined ? data : { ...data, [ACTING_FOR]: actingFor };
}

/** An entry's event as it was sent. */
export function asSent<D extends Data | null>(data: D, actor: Actor): { data: D; actor: Actor } {
  const principal = data?.[ACTING_FOR];
  if (data === null || typeof principal !== 'string') return { data, actor };
  const { [ACTING_FOR]: _principal, ...payload } = data as Data;
  return { data: payload as D, actor: { ...actor, actingFor: principal } };
}
