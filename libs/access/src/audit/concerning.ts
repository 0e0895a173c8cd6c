import { currentRequest, type RequestMatter } from '#libs/platform';

/** Says whose data the answer of this request shows. Without a request nobody asks. */
export function concerns(one: { personId: string | null; org: string; kind: string; id: string }): void {
  const matter = matterOf();
  if (!matter) return;
  matter.org ??= one.org;
  if (one.personId !== null) matter.people.set(one.personId, { org: one.org, kind: one.kind, id: one.id });
}

/** Says to which organisation what this request works on belongs. */
export function belongsTo(org: string): void {
  const matter = matterOf();
  if (matter) matter.org ??= org;
}

/** Says what this request changes: as it stood before, and as it stands now where that is more than what was asked for. */
export function changes(change: { before: unknown; after?: unknown }): void {
  const matter = matterOf();
  if (matter) matter.change = change;
}

export function matterOf(): RequestMatter | undefined {
  const request = currentRequest();
  return request && (request.about ??= { org: null, people: new Map(), isAudited: false });
}
