export {
  keepsRegister,
  recordAttendance,
  registerOf,
  type Register,
  type RegisterLine,
} from './attendance.js';
export {
  attendanceSummary,
  type AttendanceSummary,
  type CourseAttendance,
  type PersonAttendance,
} from './attendance-summary.js';
export { cancelSession, changeSession, type Changed, type ChangeRequest } from './change-session.js';
export { checkTimetable, misplaced, type TimetableReport } from './check-timetable.js';
export { clashInWords } from './clash-faults.js';
export { searchClashes, type ClashKind, type PlacedSession, type TimetableClash } from './clash-search.js';
export { membersOf, type Member } from './members.js';
export { timetableOfJourney, timetableOfPerson, type OwnSession } from './own-timetable.js';
export { planSessions, type Planned, type PlanRequest } from './plan-sessions.js';
export {
  attendanceSheet,
  plannedSessions,
  sessionCancellation,
  sessionChange,
  timetableCheck,
} from './session-input.js';
export type { SessionNews, TimetableNotice } from './timetable-notices.js';
export { planShift, type SessionShift, type ShiftPlan } from './shift-sessions.js';
export { timetableSheet, type SessionOnSheet } from './timetable-sheet.js';
export { hoursInWords, instantAt, localTimesOf } from './session-times.js';
export type { SessionChange, SessionRow, TimetableSession } from './session.js';
export type { TimetableDeps } from './timetable-deps.js';
export type {
  AttendanceRow,
  AttendanceStore,
  ClassOfCohort,
  CoachedGroup,
  MemberRow,
  MembersWhere,
  PlannedBatch,
  SessionFilter,
  SessionPage,
  Span,
  TimetableStore,
} from './timetable-store.port.js';
