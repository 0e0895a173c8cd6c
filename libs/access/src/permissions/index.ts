export {
  decide,
  mayAll,
  mayEver,
  membershipsFor,
  ownersFor,
  relationsHeld,
  type StandingOf,
  type Verdict,
} from './decide.js';
export { ACTIONS, DUTIES_APART, MATRIX, permissionOf, type Action } from './matrix.js';
export type { NamedRow, NamedRows } from './named-rows.port.js';
export { NAMED_THINGS, namingsOf, unnamedIn, type NamedThing, type Naming } from './named-things.js';
export { OBJECTS, RELATIONS, type Permission, type PermissionObject, type Relation } from './relations.js';
