import type { Caller, MembershipRole } from '#libs/access';
import {
  actorFor,
  actorIdOf,
  rosterWriter,
  underOneName,
  type FactsDeps,
  type ProfileDeps,
  type RosterDeps,
  type StartJourneyDeps,
} from '#libs/training';
import type { TrainingParts } from './training-parts.js';

/** Everything but the desk that carries imports out. */
export type ImportingParts = Omit<TrainingParts, 'importDesk' | 'together'>;

/** What importing a roster in a caller's name works with. */
export function rosterDeps(parts: ImportingParts, caller: Caller): RosterDeps {
  const { enrolments, access, certificates, journeys, imports, lookup, newId } = parts;
  const starting = startDeps(parts);
  const { catalogue } = starting;
  return {
    people: access,
    organisations: access,
    enrolments,
    journeys,
    certificates,
    imports,
    actorId: actorIdOf(caller),
    newId,
    catalogue,
    policy: (version) => lookup.policy(version),
    programme: (version, code) => lookup.programmes(version).find((one) => one.code === code) ?? null,
    writer: rosterWriter(starting, actorFor(caller, ['institute'])),
  };
}

/** What importing profiles works with. */
export function profileDeps({
  engine,
  access,
  enrolments,
  journeys,
  profiles,
  imports,
  newId,
}: ImportingParts): ProfileDeps {
  return {
    engine,
    people: access,
    organisations: access,
    enrolments,
    positions: journeys,
    profiles,
    imports,
    newId,
  };
}

/** What taking in the facts of a cohort that ran elsewhere works with. */
export function factsDeps(parts: ImportingParts, caller: Caller, batchId: string): FactsDeps {
  const { engine, enrolments, access, importStore, grouping } = parts;
  const starting = startDeps(parts);
  return {
    ...{ caller, batchId, engine, enrolments, starting },
    people: access,
    origins: importStore,
    holdsRole: async (personId, role, { orgId }) => {
      const organisations = role === 'centre' ? (await starting.centres()).map(({ id }) => id) : [orgId];
      const holders = await Promise.all(
        organisations.map((id) => access.personsWithRole(id, role as MembershipRole)),
      );
      return holders.flat().some(({ id }) => id === personId);
    },
    named: (type, payload, superiorNip) =>
      underOneName(grouping.companions, type, payload, () =>
        Promise.resolve({ superiorNip, present: { coach: [], mentor: [] } }),
      ),
  };
}

/** What beginning a journey works with. */
export function startDeps({
  engine,
  enrolments,
  access,
  lookup,
  newId,
}: Pick<ImportingParts, 'engine' | 'enrolments' | 'access' | 'lookup' | 'newId'>): StartJourneyDeps {
  return {
    ...{ engine, enrolments, newId },
    people: access,
    centres: () => access.listOrganisations({ kind: 'centre' }, { limit: 200, after: null }),
    catalogue: (version) => lookup.catalogue(version),
  };
}
