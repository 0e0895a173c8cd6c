export const KINDS = ['roster', 'profiles', 'facts'] as const;
export type ImportKind = (typeof KINDS)[number];

/** Out of an address; people on the list are what one comes for. */
export function kindIn({ kind }: Record<string, unknown>): { kind?: ImportKind } {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? {} : { kind: known };
}
