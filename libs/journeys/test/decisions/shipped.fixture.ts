import {
  analyseGaps,
  MANAGERIAL,
  standardOfLevel,
  type AssessmentPolicy,
  type CompetencyCode,
  type GapAnalysis,
  type Profile,
} from '#libs/competency';
import type { Policy } from '#libs/journeys';
import { profile } from '../dsl/fixtures.js';
import { knowledgeWith, VERSIONS } from '../dsl/knowledge.fixture.js';

/** What ships: a decision is tested as the default, and where it is a setting with its other value beside it. */
export const knowledge = knowledgeWith();
export const shipped: Policy = knowledge.policy(VERSIONS.policy);
export const catalogue = knowledge.catalogue(VERSIONS.catalogue);
export const pka = knowledge.programme(VERSIONS.programmes, 'PKA');

export type Levels = Partial<Record<CompetencyCode, number>>;

/** The same level in all eight. */
export const everyEight = (level: number): Levels =>
  Object.fromEntries(MANAGERIAL.map((code) => [code, level]));

/** A report of the eight at level 3 save those named; S1 only where it is named. */
export function eight(levels: Levels = {}, more: Partial<Profile> = {}): Profile {
  const whole = profile('2026-08-10', levels, more);
  return {
    ...whole,
    ratings: whole.ratings.filter(({ competency }) => competency !== 'S1' || 'S1' in levels),
  };
}

/** Such a report against the administrators' standard, level 3. */
export function gapsOfAdministrator(
  report: Pick<Profile, 'ratings' | 'purpose'> | null,
  policy: Partial<AssessmentPolicy> = {},
): GapAnalysis {
  return analyseGaps({
    standard: standardOfLevel(3),
    profile: report,
    catalogue,
    policy: { ...shipped.assessment, ...policy },
  });
}
