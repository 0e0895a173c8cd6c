import type { Caller } from '#libs/access';
import { actorFor, actorIdOf, rosterWriter, type ProfileDeps, type RosterDeps } from '#libs/training';
import type { TrainingParts } from './training-parts.js';

/** Everything but the desk that carries imports out. */
export type ImportingParts = Omit<TrainingParts, 'importDesk'>;

/** What importing a roster in a caller's name works with. */
export function rosterDeps(parts: ImportingParts, caller: Caller): RosterDeps {
  const { engine, enrolments, access, certificates, journeys, imports, lookup, newId } = parts;
  const catalogue = (version: string) => lookup.catalogue(version);
  const centres = () => access.listOrganisations({ kind: 'centre' }, { limit: 200, after: null });
  const starting = { engine, enrolments, people: access, centres, catalogue, newId };
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
