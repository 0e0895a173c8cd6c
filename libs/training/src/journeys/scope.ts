import { chosenRoles } from './chosen-role.js';
import { organisationsOf, relationsHeld, type Action, type Caller, type Relation } from '#libs/access';

/** Under which of a journey's roles somebody may be named in person: anywhere, or where that organisation has a part. */
export type NamedAs = 'participant' | 'coach' | 'mentor' | `${string}:${'coach' | 'mentor'}`;

/** What a caller sees, as the matrix of permissions has it; for questions that are about many journeys at once. */
export interface Scope {
  all: boolean;
  /** Owners of which everything is visible. */
  owners: string[];
  /** Organisations that see what they are party to, as `agency` or as `centre`. */
  agencies: string[];
  centres: string[];
  person: string | null;
  /** Sees the journeys that name him in person as one of these. */
  named: NamedAs[];
  /** Institutes whose journeys a coach or mentor sees while they are under way and nobody has that part. */
  vacant: { coach: string[]; mentor: string[] };
}

/** What the action lets the caller see. */
export function scopeOf(caller: Caller, action: Action = 'journey.read'): Scope {
  const holding = (relation: Relation) => relationsHeld(caller, action, relation);
  const organisations = (relation: Relation) =>
    organisationsOf({ ...caller, memberships: holding(relation) });
  const vacant = holding('vacant');
  const institutes = (role: string) =>
    vacant.filter((one) => one.kind === 'institute' && one.role === role).map(({ org }) => org);
  return {
    all: holding('all').length > 0,
    owners: holding('owner').flatMap(({ kind, org }) => (kind === 'institute' ? org : [])),
    agencies: organisations('agency'),
    centres: organisations('centre'),
    person: caller.personId,
    named: [
      ...(holding('own').length > 0 ? (['participant'] as const) : []),
      ...(holding('named').length > 0 ? companionOf(caller) : []),
    ],
    vacant: { coach: institutes('coach'), mentor: institutes('mentor') },
  };
}

function companionOf(caller: Caller): NamedAs[] {
  const isNamedAs = (role: string): role is NamedAs => /:(coach|mentor)$/.test(role);
  return chosenRoles(caller)?.filter(isNamedAs) ?? ['coach', 'mentor'];
}

/** Where a caller is at work for an institute and may change its cohorts. */
export function institutesOf(caller: Caller): string[] {
  return organisationsOf(caller, 'institute');
}

/** Everything; for what the system does itself. */
export const SYSTEM_SCOPE: Scope = {
  all: true,
  owners: [],
  agencies: [],
  centres: [],
  person: null,
  named: [],
  vacant: { coach: [], mentor: [] },
};
