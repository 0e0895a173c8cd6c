import { hasRole, organisationsOf, type Caller } from '#libs/access';

/**
 * Whose journeys a caller sees: LAN all, an institute's people those of their institute, agencies and centres those they
 * are party to, anybody those that name them in person.
 */
export interface Scope {
  all: boolean;
  /** Owners whose journeys are all visible. */
  owners: string[];
  /** Organisations that see what they are party to, as `agency` or as `centre`. */
  agencies: string[];
  centres: string[];
  /** Sees the journeys that are his own, and those that name him as coach or mentor. */
  person: string | null;
}

/** Coaches and mentors of an institute see all of its cohorts for now; one from elsewhere sees those that name him. */
const WITHIN_THE_INSTITUTE = ['institute', 'examiner', 'coach', 'mentor', 'lms'] as const;

export function scopeOf(caller: Caller): Scope {
  const owners = caller.memberships.filter(
    ({ kind, role }) => kind === 'institute' && (WITHIN_THE_INSTITUTE as readonly string[]).includes(role),
  );
  return {
    all: hasRole(caller, 'lan'),
    owners: [...new Set(owners.map(({ org }) => org))],
    agencies: organisationsOf(caller, 'agency'),
    centres: organisationsOf(caller, 'centre'),
    person: caller.personId,
  };
}

/** Where a caller is at work for an institute and may change its cohorts. */
export function institutesOf(caller: Caller): string[] {
  return organisationsOf(caller, 'institute');
}

/** Everything; for what the system does itself. */
export const SYSTEM_SCOPE: Scope = { all: true, owners: [], agencies: [], centres: [], person: null };
