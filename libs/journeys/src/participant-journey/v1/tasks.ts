import type { Role } from '../../role.js';
import type { EventType } from './participant-journey.events.js';

export interface TaskKind {
  role: Role;
  /** Events that complete it; the first is what completing the task sends. Empty: the journey itself closes it. */
  events: readonly EventType[];
}

/** Every kind of task that the journey opens, on whose list it stands, and what completes it. */
export const TASKS = {
  assessProfile: { role: 'centre', events: ['profileRecorded'] },
  confirmPlacement: { role: 'institute', events: ['placementConfirmed'] },
  admitOrTransfer: { role: 'institute', events: ['placementConfirmed', 'transferred', 'withdrawn'] },
  reviewObjection: { role: 'institute', events: ['placementRevised'] },
  assignClass: { role: 'institute', events: ['classAssigned'] },
  assignCoach: { role: 'institute', events: ['coachAssigned'] },
  assignMentor: { role: 'institute', events: ['mentorAssigned'] },
  /** Of the coach or of the mentor; the institute records it. */
  attendBriefing: { role: 'coach', events: ['briefingCompleted'] },
  completeCourses: { role: 'participant', events: [] },
  evaluateStage: { role: 'institute', events: ['stageEvaluated'] },
  followUpInactivity: { role: 'institute', events: [] },
  coachSession: { role: 'coach', events: ['sessionLogged'] },
  mentorSession: { role: 'mentor', events: ['sessionLogged'] },
  scoreComponent: { role: 'examiner', events: ['componentScored'] },
  decideGraduation: { role: 'institute', events: ['graduationDecided'] },
  remedialWork: { role: 'examiner', events: ['componentScored'] },
  completeRemedial: { role: 'institute', events: ['remedialCompleted'] },
  schedulePostAssessment: { role: 'centre', events: ['postAssessmentScheduled'] },
  assessPost: { role: 'centre', events: ['postProfileRecorded'] },
  writeRecommendation: { role: 'centre', events: ['recommendationWritten'] },
  confirmVerdict: { role: 'institute', events: ['verdictConfirmed', 'verdictReturned'] },
  planNextLevel: { role: 'agency', events: ['nextLevelPlanned'] },
  acknowledgeFeedback: { role: 'agency', events: ['feedbackReceived'] },
  planRemediation: { role: 'agency', events: ['remediationPlanned'] },
  reportRemediation: { role: 'agency', events: ['remediationReported'] },
  scheduleRetest: { role: 'centre', events: ['retestScheduled'] },
  assessRetest: { role: 'centre', events: ['retestRecorded'] },
} as const satisfies Record<string, TaskKind>;

export type TaskName = keyof typeof TASKS;
