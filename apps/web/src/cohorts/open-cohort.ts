import { Refused } from '../api/problem.js';
import type { paths } from '../api/schema.js';
import type { PATHWAYS, PROGRAMMES } from './choices.js';
import { proposedStages, STAGES, type Stage, type StageDates } from './stage-dates.js';

export type CohortInput = NonNullable<
  paths['/api/v1/cohorts']['post']['requestBody']
>['content']['application/json'];

export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

/** What was typed so far; dates as the browser writes them, empty where nothing was chosen. */
export interface Draft {
  kind: 'training' | 'assessment';
  name: string;
  programme: (typeof PROGRAMMES)[number] | null;
  pathway: (typeof PATHWAYS)[number];
  clusterBy: 'family' | 'category';
  assessmentOption: 'integrated' | 'separate';
  zone: (typeof ZONES)[number];
  startsOn: string;
  endsOn: string;
  stages: Record<Stage, StageDates>;
  /** Whether a date of a stage was typed by hand: then it is not proposed any more. */
  isStagesOwn: boolean;
  capacity: number | '';
}

const EMPTY: StageDates = { from: '', to: '' };

export const NEW_DRAFT: Draft = {
  ...{ kind: 'training', name: '', programme: null, pathway: 'flexible', clusterBy: 'family' },
  ...{ assessmentOption: 'separate', zone: 'Asia/Jakarta', startsOn: '', endsOn: '' },
  stages: { selfLearning: EMPTY, eLearning: EMPTY, classical: EMPTY },
  ...{ isStagesOwn: false, capacity: '' },
};

/** With the stages that start and end propose, unless they were set by hand. */
export function withDates(draft: Draft, dates: Partial<Pick<Draft, 'startsOn' | 'endsOn'>>): Draft {
  const changed = { ...draft, ...dates };
  const stages = changed.isStagesOwn ? null : proposedStages(changed.startsOn, changed.endsOn);
  return stages ? { ...changed, stages } : changed;
}

export function withStage(draft: Draft, stage: Stage, dates: Partial<StageDates>): Draft {
  const stages = { ...draft.stages, [stage]: { ...draft.stages[stage], ...dates } };
  return { ...draft, stages, isStagesOwn: true };
}

/** Fields that must be filled in and are not, by their paths. */
export function missingIn({ kind, name, programme, startsOn, endsOn, stages }: Draft): string[] {
  const ofTraining = [
    ...(programme === null ? ['programme'] : []),
    ...(startsOn === '' ? ['startsOn'] : []),
    ...(endsOn === '' ? ['endsOn'] : []),
    ...STAGES.flatMap((stage, index) =>
      (['from', 'to'] as const).flatMap((end) =>
        stages[stage][end] === '' ? [`stages[${String(index)}].${end}`] : [],
      ),
    ),
  ];
  return [...(name.trim() === '' ? ['name'] : []), ...(kind === 'training' ? ofTraining : [])];
}

export function inputOf(draft: Draft): CohortInput {
  const { kind, programme, pathway, clusterBy, assessmentOption, zone, startsOn, endsOn, stages } = draft;
  const capacity = draft.capacity === '' ? null : draft.capacity;
  const name = draft.name.trim();
  if (kind === 'assessment' || programme === null)
    return {
      ...{ kind: 'assessment', name, programme, zone, capacity, assessmentOption: 'separate' },
      ...{ startsOn: startsOn === '' ? null : startsOn, endsOn: endsOn === '' ? null : endsOn },
    };
  return {
    ...{ kind, name, programme, pathway, assessmentOption, zone, startsOn, endsOn, capacity },
    ...(pathway === 'cluster' && { clusterBy }),
    stages: STAGES.map((stage) => ({ stage, ...stages[stage] })),
  };
}

/** What a refusal says of each field, and what is left of it when those are said. */
export function faultsOf(
  error: Error | null,
  fields: ReadonlySet<string>,
): { at: ReadonlyMap<string, string>; left: Error | null } {
  const at = new Map<string, string>();
  if (!(error instanceof Refused)) return { at, left: error };
  const faults = error.problem.errors ?? [];
  for (const { path, message } of faults)
    if (fields.has(path)) at.set(path, [at.get(path), message].filter(Boolean).join(' '));
  const left = faults.filter(({ path }) => !fields.has(path));
  if (faults.length > 0 && left.length === 0) return { at, left: null };
  return { at, left: new Refused({ ...error.problem, errors: left }) };
}

export const FIELDS: ReadonlySet<string> = new Set([
  ...[
    'name',
    'programme',
    'pathway',
    'clusterBy',
    'assessmentOption',
    'zone',
    'startsOn',
    'endsOn',
    'capacity',
  ],
  ...STAGES.flatMap((_, index) => [`stages[${String(index)}].from`, `stages[${String(index)}].to`]),
]);
