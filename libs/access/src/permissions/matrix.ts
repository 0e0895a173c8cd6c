import { administrationActions } from './matrix-administration.js';
import { accountActions } from './matrix-account.js';
import { cohortActions } from './matrix-cohort.js';
import { journeyActions } from './matrix-journey.js';
import { privacyActions } from './matrix-privacy.js';
import { runningActions } from './matrix-running.js';
import type { Permission } from './relations.js';

/**
 * Who may do what: action × role × relation. Every route names one of these actions, the use cases ask here, row-level
 * security reads the same rows, and `docs/permissions.md` is this table written out.
 */
export const MATRIX = {
  ...accountActions,
  ...administrationActions,
  ...cohortActions,
  ...journeyActions,
  ...runningActions,
  ...privacyActions,
} as const;

export type Action = keyof typeof MATRIX;

export function permissionOf(action: Action): Permission {
  return MATRIX[action];
}

export const ACTIONS = Object.keys(MATRIX) as Action[];

/** One who does the first with a person does not do the second with the same person (tests of the journey hold them to it). */
export const DUTIES_APART = [
  {
    first: 'postProfileRecorded, retestRecorded, with the integrated assessment graduationDecided',
    second: 'verdictConfirmed, also as the deputy of whoever did the first',
    code: 'verdict.same_person',
    why: 'Whoever assessed does not judge his own assessment (seed 002: assessed by another body than the one that trains).',
  },
] as const;
