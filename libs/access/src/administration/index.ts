export { accountInReach, setStanding, standingBars, withdrawInvitation } from './account-standing.js';
export { inviteMember, type InvitationRequest, type Invited } from './invitations.js';
export {
  accountFor,
  addMember,
  endMember,
  give,
  mayGive,
  type Bearer,
  type EndRequest,
  type MemberRequest,
} from './members.js';
export {
  ACCREDITED_FOR,
  changeOrganisation,
  createOrganisation,
  organisationEntry,
  type OrganisationChange,
  type OrganisationRequest,
} from './organisations.js';
export { administeredBy, mayToOrganisation } from './reach.js';
export type {
  AccountEntry,
  AccountFilter,
  LapsedRole,
  Member,
  MemberFilter,
  OrganisationEntry,
  RegisterStore,
  RoleEnded,
  StandingBar,
} from './register.port.js';
export { endLapsedRoles, planRoleEnd } from './role-ends.js';
export { faultOfDay } from './role-day.js';
export { closeUnit, moveUnit, reopenUnit } from './units.js';
export { fits, ROLES_OF_KIND } from './role-fit.js';
