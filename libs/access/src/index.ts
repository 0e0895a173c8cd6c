export {
  AUDIT_GENESIS,
  AuditChainCheck,
  BLANKED,
  sealed,
  type AuditFault,
  type AuditHead,
} from './audit/audit-chain.js';
export {
  auditActorOf,
  NOBODY,
  SYSTEM,
  withoutSecrets,
  type AuditAct,
  type AuditActor,
  type AuditData,
  type AuditDraft,
  type AuditEntry,
  type SealedEntry,
} from './audit/audit-entry.js';
export { belongsTo, changes, concerns, matterOf } from './audit/concerning.js';
export type { AuditFilter, AuditStore } from './audit/audit-store.port.js';
export { AuditTrail, type AuditTrailParts } from './audit/audit-trail.js';
export type {
  AccessStore,
  AccountStore,
  HeldRole,
  NewMembership,
  OrganisationStore,
  PageRequest,
  PlannedEnd,
  PersonStore,
  SessionStore,
  StoredAccount,
  SessionCaller,
  StoredSession,
} from './access-store.port.js';
export { createAccount, type AccountCreated, type AccountRequest } from './accounts.js';
export {
  accountFor,
  accountInReach,
  ACCREDITED_FOR,
  addMember,
  administeredBy,
  changeOrganisation,
  createOrganisation,
  closeUnit,
  endLapsedRoles,
  endMember,
  faultOfDay,
  fits,
  give,
  inviteMember,
  mayGive,
  mayToOrganisation,
  organisationEntry,
  moveUnit,
  planRoleEnd,
  reopenUnit,
  ROLES_OF_KIND,
  setStanding,
  standingBars,
  withdrawInvitation,
  type AccountEntry,
  type AccountFilter,
  type Bearer,
  type EndRequest,
  type InvitationRequest,
  type Invited,
  type LapsedRole,
  type Member,
  type MemberFilter,
  type MemberRequest,
  type OrganisationChange,
  type OrganisationEntry,
  type OrganisationRequest,
  type RegisterStore,
  type RoleEnded,
  type StandingBar,
} from './administration/index.js';
export { hasRole, organisationsOf, type Caller, type CallerMembership } from './caller.js';
export type {
  ClaimOutcome,
  IdempotencyClaim,
  IdempotencyStore,
  StoredAnswer,
} from './idempotency-store.port.js';
export { MEMBERSHIP_ROLES, ROLE_WORDS, type MembershipRole } from './membership-role.js';
export {
  ACCREDITATION_CATEGORIES,
  ORGANISATION_KINDS,
  type Accreditation,
  type AccreditationCategory,
  type Organisation,
  type OrganisationKind,
} from './organisation.js';
export type { Person, PersonalData } from './person.js';
export { hashPassword, newToken, passwordFits, tokenHashOf } from './secrets.js';
export { Sessions, type OpenedSession, type SessionRules, type Standing } from './sessions.js';
export {
  ACTIONS,
  decide,
  DUTIES_APART,
  MATRIX,
  mayAll,
  mayEver,
  membershipsFor,
  NAMED_THINGS,
  namingsOf,
  OBJECTS,
  ownersFor,
  permissionOf,
  RELATIONS,
  relationsHeld,
  unnamedIn,
  type Action,
  type NamedRow,
  type NamedRows,
  type NamedThing,
  type Naming,
  type Permission,
  type PermissionObject,
  type Relation,
  type StandingOf,
  type Verdict,
} from './permissions/index.js';
export { passwordFault, type PasswordOwner, type PasswordRules } from './passwords/password-rules.js';
export { Passwords, type PasswordParts } from './passwords/passwords.js';
export type { LinkPurpose, LinkStore, LiveLink } from './recovery/link-store.port.js';
export { Recoveries, type LinkLetter, type RecoveryParts } from './recovery/recoveries.js';
export { Sealing } from './sealing.js';
export { SecondFactor, type FactorState } from './second-factor/second-factor.js';
export type {
  FactorRule,
  SecondFactorStore,
  StoredFactor,
} from './second-factor/second-factor-store.port.js';
export {
  ApiTokens,
  isApiToken,
  TOKEN_SCOPES,
  type TokenCaller,
  type TokenLine,
  type TokenScope,
  type TokenStore,
} from './tokens/api-tokens.js';
export { ERRAND_MS, Oidc, type OidcParts } from './oidc/oidc.js';
export type { LinkedSubject, OidcStore } from './oidc/oidc-store.port.js';
export { OwnProof, type ProofWays } from './sign-in/own-proof.js';
export { OwnSessions } from './sign-in/own-sessions.js';
export { Attempts, type AttemptRules, type FailureLedger } from './sign-in/attempts.js';
export { plainAddress, type Place, placeOf } from './sign-in/place.js';
export { SignIn, type SignedIn, type SignInParts } from './sign-in/sign-in.js';
export type {
  AccountOwner,
  PlaceHash,
  PlaceKind,
  SessionLine,
  SignInStore,
} from './sign-in/sign-in-store.port.js';
