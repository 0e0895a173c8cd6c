/** What of a route goes on record. */
export type AuditedRoute =
  | {
      act: string;
      kind: string;
      id?: string;
      unless?: (query: Record<string, unknown>, body: unknown) => boolean;
    }
  /** A reading, once a person and hour; with `also`, an act as well. */
  | { reading: string; also?: { act: string; kind: string } }
  /** Why it isn't: on record elsewhere, or it changes nothing. */
  | { not: 'journeyLog' | 'changesNothing' | 'ownPage' | 'records itself' };

const CHANGES_NOTHING = { not: 'changesNothing' } as const;
const JOURNEY_LOG = { not: 'journeyLog' } as const;
const RECORDS_ITSELF = { not: 'records itself' } as const;
const OWN_PAGE = { not: 'ownPage' } as const;
const isDryRun = (query: Record<string, unknown>) => query['dryRun'] === 'true';
const isPreview = (_: unknown, body: unknown) => (body as { preview?: unknown } | null)?.preview === true;

/** By method and address below /api/v1. A write that isn't here is put on record in general words. */
export const AUDITED_ROUTES: Record<string, AuditedRoute> = {
  'GET /journeys/:id': { reading: 'journey.read' },
  'GET /journeys/:id/history': { reading: 'history.read' },
  'GET /journeys/:id/decisions': { reading: 'decisions.read' },
  'GET /journeys/:id/sessions': { reading: 'sessions.read' },
  'GET /journeys/:id/feedback': { reading: 'feedback.read' },
  'GET /journeys/:id/diagram': { reading: 'journey.read' },
  'GET /talent-pool': { reading: 'talent.read' },
  'GET /cohorts/:id/placements': { reading: 'placement.read' },
  'GET /cohorts/:id/evaluation': { reading: 'scores.read' },
  'GET /cohorts/:id/verdicts': { reading: 'verdict.read' },
  'GET /cohorts/:id/certificates': { reading: 'certificates.read' },
  'GET /journeys.xlsx': { reading: 'journeys.exported', also: { act: 'export.journeys', kind: 'export' } },
  'GET /cohorts/:id/timetable.xlsx': { reading: 'none', also: { act: 'export.timetable', kind: 'cohort' } },
  'GET /imports/:id/rejected.xlsx': { reading: 'none', also: { act: 'export.rejectedRows', kind: 'import' } },
  'GET /imports/:id': { reading: 'none', also: { act: 'import.read', kind: 'import' } },

  'DELETE /sessions/current': { act: 'session.closed', kind: 'account' },
  'PUT /me/role': { act: 'role.chosen', kind: 'account' },
  'PATCH /me/preferences': OWN_PAGE,
  'PUT /me/deputy': { act: 'deputy.named', kind: 'account' },
  'DELETE /me/deputy': { act: 'deputy.removed', kind: 'account' },
  'POST /me/inbox/read-all': OWN_PAGE,
  'POST /me/inbox/:id/read': OWN_PAGE,
  'POST /mail-preferences/:token': OWN_PAGE,

  'POST /sessions': RECORDS_ITSELF,
  'POST /sessions/second-factor': RECORDS_ITSELF,
  'PUT /me/password': RECORDS_ITSELF,
  'DELETE /me/sessions': RECORDS_ITSELF,
  'DELETE /me/sessions/:id': RECORDS_ITSELF,
  'POST /me/tokens': RECORDS_ITSELF,
  'DELETE /me/tokens/:id': RECORDS_ITSELF,
  'POST /me/second-factor': RECORDS_ITSELF,
  'DELETE /me/second-factor': RECORDS_ITSELF,
  'POST /me/second-factor/confirm': RECORDS_ITSELF,
  'POST /me/second-factor/recovery-codes': RECORDS_ITSELF,
  'POST /password-recoveries': RECORDS_ITSELF,
  'POST /password-recoveries/:token': RECORDS_ITSELF,
  'PUT /organisations/:id/second-factor': RECORDS_ITSELF,
  'DELETE /accounts/:id/second-factor': RECORDS_ITSELF,
  'PUT /accounts/:id/oidc-subject': RECORDS_ITSELF,
  'DELETE /accounts/:id/oidc-subject': RECORDS_ITSELF,
  'POST /me/data/corrections': RECORDS_ITSELF,
  'POST /me/data/restriction': RECORDS_ITSELF,
  'POST /data-requests/:id/accept': RECORDS_ITSELF,
  'POST /data-requests/:id/refuse': RECORDS_ITSELF,
  'POST /data-requests/:id/end': RECORDS_ITSELF,

  'POST /organisations': RECORDS_ITSELF,
  'PATCH /organisations/:id': RECORDS_ITSELF,
  'PUT /organisations/:id/parent': RECORDS_ITSELF,
  'POST /organisations/:id/close': RECORDS_ITSELF,
  'POST /organisations/:id/reopen': RECORDS_ITSELF,
  'POST /organisations/:id/members': RECORDS_ITSELF,
  'DELETE /organisations/:id/members/:membership': RECORDS_ITSELF,
  'PUT /organisations/:id/members/:membership/end': RECORDS_ITSELF,
  'DELETE /organisations/:id/members/:membership/end': RECORDS_ITSELF,
  'POST /accounts/:id/disable': RECORDS_ITSELF,
  'POST /accounts/:id/enable': RECORDS_ITSELF,
  'POST /accounts/:id/invitation': RECORDS_ITSELF,
  'DELETE /accounts/:id/invitation': RECORDS_ITSELF,

  'POST /retention/runs': RECORDS_ITSELF,

  'POST /cohorts': { act: 'cohort.opened', kind: 'cohort', id: 'id' },
  'PATCH /cohorts/:id': { act: 'cohort.changed', kind: 'cohort', unless: isPreview },
  'POST /cohorts/:id/events': { act: 'cohort.told', kind: 'cohort' },
  'POST /cohorts/:id/assignments': { act: 'cohort.assigned', kind: 'cohort' },
  'POST /cohorts/:id/briefings': { act: 'cohort.briefed', kind: 'cohort' },
  'POST /cohorts/:id/roster': { act: 'import.roster', kind: 'cohort', unless: isDryRun },
  'POST /cohorts/:id/profiles': { act: 'import.profiles', kind: 'cohort', unless: isDryRun },
  'POST /cohorts/:id/facts': { act: 'import.facts', kind: 'cohort', unless: isDryRun },
  'POST /cohorts/:id/rejected.xlsx': CHANGES_NOTHING,
  'POST /imports/:id/undo': { act: 'import.undone', kind: 'import' },
  'POST /cohorts/:id/coaching-groups/propose': CHANGES_NOTHING,
  'POST /cohorts/:id/coaching-groups/cost': CHANGES_NOTHING,
  'POST /cohorts/:id/coaching-groups/confirm': { act: 'groups.confirmed', kind: 'cohort' },
  'POST /cohorts/:id/coaching-groups/:group/coach': { act: 'groups.coachReplaced', kind: 'cohort' },
  'POST /cohorts/:id/coaching-groups/:group/mentor': { act: 'groups.mentorReplaced', kind: 'cohort' },
  'POST /cohorts/:id/classes/propose': CHANGES_NOTHING,
  'POST /cohorts/:id/classes/confirm': { act: 'classes.confirmed', kind: 'cohort' },
  'POST /cohorts/:id/timetable': { act: 'timetable.planned', kind: 'cohort' },
  'POST /cohorts/:id/timetable/check': CHANGES_NOTHING,
  'PATCH /cohorts/:id/timetable/:sessionId': { act: 'timetable.changed', kind: 'cohort' },
  'DELETE /cohorts/:id/timetable/:sessionId': { act: 'timetable.cancelled', kind: 'cohort' },
  'POST /cohorts/:id/timetable/:sessionId/attendance': { act: 'attendance.recorded', kind: 'cohort' },
  'PUT /cohorts/:id/timetable/:sessionId/attendance': { act: 'attendance.recorded', kind: 'cohort' },

  'POST /journeys/:id/events': JOURNEY_LOG,
  'POST /journeys/:id/profiles': JOURNEY_LOG,
  'POST /journeys/:id/suspend': JOURNEY_LOG,
  'POST /journeys/:id/resume': JOURNEY_LOG,
  'POST /journeys/:id/deadlines/:name/reschedule': JOURNEY_LOG,
  'POST /certificates/:serial/revoke': JOURNEY_LOG,
  'POST /tasks/:id/complete': JOURNEY_LOG,
  'POST /tasks/:id/claim': { act: 'task.claimed', kind: 'task' },
  'POST /tasks/:id/release': { act: 'task.released', kind: 'task' },
  'POST /tasks/:id/delegate': { act: 'task.delegated', kind: 'task' },
  'POST /tasks/:id/return': { act: 'task.returned', kind: 'task' },
  'POST /tasks/:id/comments': { act: 'task.commented', kind: 'task' },
  'POST /me/views': OWN_PAGE,
  'DELETE /me/views/:view': OWN_PAGE,
  'POST /tasks/:id/defer': { act: 'task.deferred', kind: 'task' },

  'POST /bulk-operations': { act: 'bulk.ordered', kind: 'bulkOperation', id: 'id', unless: isPreview },
  'POST /bulk-operations/:id/pause': { act: 'bulk.paused', kind: 'bulkOperation' },
  'POST /bulk-operations/:id/resume': { act: 'bulk.resumed', kind: 'bulkOperation' },
  'POST /bulk-operations/:id/retry': { act: 'bulk.retried', kind: 'bulkOperation' },
  'POST /incidents/retry': { act: 'incidents.retried', kind: 'incident' },
  'POST /incidents/:id/retry': { act: 'incidents.retried', kind: 'incident' },
  'POST /incidents/:id/close': { act: 'incidents.closed', kind: 'incident' },
  'POST /mails/:id/retry': { act: 'mail.retried', kind: 'mail' },
  'POST /sandbox/clock': { act: 'sandbox.clockMoved', kind: 'clock' },
  'POST /gap-analyses': CHANGES_NOTHING,
  'POST /plan-previews': CHANGES_NOTHING,
};
