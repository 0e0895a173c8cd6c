export const KINDS = ['institute', 'centre', 'agency', 'lan'] as const;

export interface OrganisationFilter {
  kind?: (typeof KINDS)[number];
  q?: string;
}

export interface MemberFilter {
  role?: string;
  q?: string;
  /** Roles that ended. */
  ended?: true;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export function organisationFilterOf({ kind, q }: Record<string, unknown>): OrganisationFilter {
  const [known, text] = [KINDS.find((one) => one === kind), textOf(q)];
  return { ...(known && { kind: known }), ...(text !== undefined && { q: text }) };
}

export function memberFilterOf({ role, q, ended }: Record<string, unknown>): MemberFilter {
  const [of, text] = [textOf(role), textOf(q)];
  return {
    ...(of !== undefined && { role: of }),
    ...(text !== undefined && { q: text }),
    ...(ended === true && { ended }),
  };
}
