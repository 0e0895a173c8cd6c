export const STANDINGS = ['proposed', 'objected', 'confirmed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Out of an address; what waits to be confirmed is what one comes for. */
export function standingIn({ standing }: Record<string, unknown>): { standing?: Standing } {
  const known = STANDINGS.find((one) => one === standing);
  return known === undefined ? {} : { standing: known };
}
