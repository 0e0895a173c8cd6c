export { done, type Fault, type Result } from './refusal.js';
export { absence, prohibition } from './named-refusals.js';
export { parseInput } from './parse-input.js';
export type { AssessmentOption, Cohort, CohortKind, PinnedVersions, StageDates } from './cohorts/cohort.js';
export {
  COHORT_ORDERS,
  cohortKeyOf,
  type CohortFilter,
  type CohortOrder,
  type CohortPage,
  type CohortRow,
  type CohortStore,
  type StateCount,
} from './cohorts/cohort-store.port.js';
export { cohortInput, rescheduleInput } from './cohorts/cohort-input.js';
export { createCohort, type CreateCohortDeps } from './cohorts/create-cohort.js';
export { rescheduleCohort, type RescheduleAnswer, type RescheduleDeps } from './cohorts/reschedule-cohort.js';
export {
  previewMove,
  type DatePreview,
  type MovedDeadline,
  type NoticeAhead,
} from './cohorts/reschedule-preview.js';
export { sendToMany, type SentToMany } from './cohorts/send-to-cohort.js';
export { readNip, type Nip, type Sex } from './roster/nip.js';
export { readDate } from './roster/date-cell.js';
export { ROSTER_COLUMNS } from './roster/roster-columns.js';
export { knowsHeading } from './roster/sheet-columns.js';
export { rosterTemplate } from './roster/roster-template.js';
export type { Sheet } from './roster/sheet.js';
export type {
  Enrolment,
  EnrolmentChange,
  EnrolmentStore,
  LiveElsewhere,
} from './roster/enrolment-store.port.js';
export {
  importRoster,
  planRoster,
  type EnrolledRow,
  type ImportAnswer,
  type RosterToImport,
} from './roster/import-roster.js';
export type { ImportLog, Participation, RosterDeps, RosterWriter } from './roster/roster-deps.js';
export { PROFILE_COLUMNS } from './profiles/profile-row.js';
export { profileTemplate } from './profiles/profile-template.js';
export {
  ImportDesk,
  sourceOf,
  type ImportDeskParts,
  type Submitted,
  type Upload,
} from './imports/import-desk.js';
export { answerOf as importAnswerOf, type ImportPlan } from './imports/import-plan.js';
export type {
  ChangesOfRow,
  ImportBatch,
  ImportedRow,
  ImportKind,
  ImportStatus,
  ImportStore,
  ImportWork,
  RowOutcome,
} from './imports/import-store.port.js';
export { isOpenTo, offeredTo } from './journeys/open-to.js';
export { placementSummary, type PlacementSummary } from './placements/placement-summary.js';
export { appointingOf } from './companions/appointing.js';
export { underOneName } from './companions/one-name.js';
export type {
  Appointing,
  NamedPerson,
  NamedRole,
  PeopleDirectory,
  PeopleQuestion,
} from './companions/people-directory.port.js';
export { FACT_COLUMNS } from './facts/fact-columns.js';
export { planFacts } from './facts/plan-facts.js';
export type { FactsDeps, JourneyOrigin } from './facts/take-in-person.js';
export { rejectedSheet } from './imports/rejected-sheet.js';
export { COLUMNS_OF, SheetWords } from './imports/sheet-words.js';
export { undoImport, type Together, type UndoParts } from './imports/undo-import.js';
export { planUndo, type UndoLine, type UndoPlan } from './imports/undo-plan.js';
export { profileMessageId } from './imports/profile-message-id.js';
export type { FollowedBy, LoggedEvent, StandingJourney, UndoStore } from './imports/undo-store.port.js';
export {
  importProfiles,
  planProfiles,
  sendProfile,
  type Position,
  type ProfileDeps,
  type ProfileStore,
  type RecordedProfile,
} from './profiles/import-profiles.js';
export { actorFor, actorIdOf, rolesOf } from './journeys/actor.js';
export { answerOf } from './journeys/engine-answer.js';
export { sendEvent, type EventToSend } from './journeys/send-event.js';
export { rosterWriter, startJourney, type StartJourneyDeps } from './journeys/start-journey.js';
export { chosenRoles, recipientOf } from './journeys/chosen-role.js';
export { institutesOf, scopeOf, SYSTEM_SCOPE, type NamedAs, type Scope } from './journeys/scope.js';
export { requestsFor, rowIdentityOf } from './journeys/row-identity.js';
export { onJourney, relationsTo, type JourneyParts } from './journeys/on-journey.js';
export { viewerOf, type Viewer } from './journeys/viewer.js';
export {
  journeyView,
  nextView,
  pastContext,
  pastStanding,
  presentStanding,
  type JourneySubject,
  type Standing,
} from './journeys/journey-view.js';
export type { JourneyFile, JourneyFiles, JourneyGlance } from './journeys/journey-files.port.js';
export {
  JOURNEY_ORDERS,
  sortKeyOf,
  type JourneyFilter,
  type JourneyIndex,
  type JourneyLine,
  type JourneyOrder,
  type JourneyPage,
  type StateStay,
} from './journeys/journey-index.port.js';
export { journeySheet } from './journeys/journey-sheet.js';
export { actionLabel } from './journeys/action-labels.js';
export { entryLabel, eventLabel, happenedLabel } from './journeys/event-labels.js';
export { deadlineSentence } from './journeys/deadline-sentences.js';
export { placeOnWay, stateLabel, whereIn } from './journeys/state-labels.js';
export { sessionsOf, type SessionEntry } from './journeys/sessions-of.js';
export { storyOf, type StoryLine } from './journeys/story.js';
export { dateReason } from './journeys/date-reasons.js';
export { inNames, storyNames } from './journeys/story-names.js';
export { taskScopeOf, type Task, type TaskScope, type TaskStatus } from './tasks/task.js';
export type { Delegates, HandingDeps } from './tasks/delegates.js';
export { comment, commentOn, notesOn, savedView, saveView, type TalkDeps } from './tasks/task-talk.js';
export type { NoteKind, SavedView, TaskNote, TaskTalk, ViewStore } from './tasks/task-talk.port.js';
export type { SentEvent, StandIns } from './tasks/stand-ins.port.js';
export { ownTasks } from './tasks/own-tasks.js';
export { SHELVES, type Shelf, type TaskFilter, type TaskStore } from './tasks/task-store.port.js';
export {
  claimTask,
  completeTask,
  completion,
  deferral,
  deferTask,
  delegatesOf,
  delegateTask,
  delegation,
  releaseTask,
  returnTask,
  giving,
  type TaskDeps,
} from './tasks/work-on-task.js';
export {
  isModel,
  serialOf,
  validityOn,
  writtenSerial,
  type Certificate,
  type CertificateKind,
  type Validity,
} from './certificates/certificate.js';
export type { CertificateStore, NewCertificate } from './certificates/certificate-store.port.js';
export { issueCertificate, type IssueCertificateDeps } from './certificates/issue-certificate.js';
export { revocation, revokeCertificate } from './certificates/revoke-certificate.js';
export { verification, type Verification } from './certificates/verify-certificate.js';
export type { EffectRows } from './effects/effect-rows.port.js';
export { effectHandlers } from './effects/effect-handlers.js';
export { SandboxClock, type SandboxClockStore } from './sandbox/sandbox-clock.js';
export { clockMove } from './sandbox/clock-target.js';
export { ClockMover, type ClockOperation } from './sandbox/clock-mover.js';
export { moveClock, type FiredDeadline, type MoveDeps } from './sandbox/move-clock.js';
export type { TalentPool, TalentPoolLine } from './talent-pool/talent-pool.port.js';
export type { SandboxMarks } from './sandbox/sandbox-marks.port.js';
export * from './timetable/index.js';
export * from './notices/index.js';
export * from './reminders/index.js';
export * from './inbox/index.js';
export * from './feedback/index.js';
export * from './grouping/index.js';
export * from './transfer/index.js';
export * from './decisions/index.js';
export * from './operations/index.js';
export * from './outcomes/index.js';
export * from './verify/index.js';
export * from './journeys/diagram/index.js';
export * from './audit/index.js';
export * from './privacy/index.js';
