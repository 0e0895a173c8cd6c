export const VIEWS = ['coaching', 'classes', 'mentors', 'briefings'] as const;
export type View = (typeof VIEWS)[number];

/** Out of an address. */
export function viewIn({ view }: Record<string, unknown>): { view?: View } {
  const known = VIEWS.find((one) => one === view);
  return known === undefined ? {} : { view: known };
}
