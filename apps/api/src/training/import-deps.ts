import type { Caller } from '#libs/access';
import { actorFor, rosterWriter, type ProfileDeps, type RosterDeps } from '#libs/training';
import type { TrainingParts } from './training-parts.js';

/** What importing a roster in a caller's name works with. */
export function rosterDeps(parts: TrainingParts, caller: Caller): RosterDeps {
  const { engine, enrolments, access, certificates, lookup, newId } = parts;
  const catalogue = (version: string) => lookup.catalogue(version);
  const centres = () => access.listOrganisations({ kind: 'centre' }, { limit: 200, after: null });
  const starting = { engine, enrolments, people: access, centres, catalogue, newId };
  return {
    people: access,
    organisations: access,
    enrolments,
    certificates,
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
  newId,
}: TrainingParts): ProfileDeps {
  return { engine, people: access, organisations: access, enrolments, positions: journeys, profiles, newId };
}
