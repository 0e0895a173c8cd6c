import {
  FACT_COLUMNS,
  knowsHeading,
  planFacts,
  planProfiles,
  planRoster,
  PROFILE_COLUMNS,
  profileMessageId,
  ROSTER_COLUMNS,
  SYSTEM_SCOPE,
  type ImportKind,
  type ImportPlan,
  type ImportWork,
  type Result,
} from '#libs/training';
import { factsDeps, profileDeps, rosterDeps, type ImportingParts } from './import-deps.js';
import { rowIdOf } from './row-id.js';

/** Headings by which the right sheet and row of an upload are found. */
export const HEADINGS: Record<ImportKind, (heading: string) => boolean> = {
  roster: knowsHeading(ROSTER_COLUMNS),
  profiles: knowsHeading(PROFILE_COLUMNS),
  facts: knowsHeading(FACT_COLUMNS),
};

/** Judges an upload in the name of whoever sent it: at once, and again by the process that goes on with it. */
export async function planImport(parts: ImportingParts, work: ImportWork): Promise<Result<ImportPlan>> {
  const { id, kind, cohortId, caller, sheet, at } = work;
  const cohort = await parts.cohorts.byId(cohortId, SYSTEM_SCOPE);
  if (!cohort) throw new Error(`the cohort ${cohortId} of an import is gone`);
  const sent = { cohort, sheet, at };
  switch (kind) {
    case 'roster':
      return planRoster(rosterDeps(parts, caller), sent, (row) => rowIdOf(id, row));
    case 'profiles':
      return planProfiles(profileDeps(parts), caller, sent, (row) => profileMessageId(id, row));
    case 'facts':
      return planFacts(factsDeps(parts, caller, id), sent, (row) => rowIdOf(id, row));
  }
}
