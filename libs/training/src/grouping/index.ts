export type { CompanionDirectory } from '../companions/companion-directory.port.js';
export { confirmClasses } from './confirm-classes.js';
export { confirmCoaching, type GroupingRequest } from './confirm-coaching-groups.js';
export { proposeClassesOf, type ProposedClasses } from './classes.js';
export { costOfCoachingMove, proposeCoaching, type ProposedCoaching } from './coaching-groups.js';
export { classesAt, confirmedClassOf, withClassNames, type ConfirmedClass } from './confirmed-classes.js';
export { currentGroups, type CurrentGroup } from './current-groups.js';
export type {
  DecidedGroup,
  DecidedMember,
  GroupBook,
  GroupDecision,
  GroupingStanding,
  GroupingStandings,
  GroupKind,
} from './group-book.port.js';
export type { GroupingDeps } from './grouping-deps.js';
export {
  classConfirmation,
  classProposal,
  coachingConfirmation,
  coachingProposal,
  companionChange,
  moveQuestion,
} from './grouping-input.js';
export { replaceCompanion } from './replace-companion.js';
