import { localDateOf, type Instant } from '#libs/calendar';
import type { Policy } from '#libs/journeys';
import { parseInput } from '../parse-input.js';
import { done, fault, invalid, type Result } from '../refusal.js';
import { faultsOfDates } from './cohort-dates.js';
import { cohortSchemaFor, type AssessmentCohortInput, type TrainingCohortInput } from './cohort-input.js';
import type { CohortStore } from './cohort-store.port.js';
import type { Cohort, PinnedVersions } from './cohort.js';

export interface CreateCohortDeps {
  cohorts: CohortStore;
  versions: PinnedVersions;
  lookup: { policy(version: string): Pick<Policy, 'curriculum'> };
  newId: () => string;
}

/** Opens a cohort at an institute; its journeys will all start with the knowledge in force now. */
export async function createCohort(
  deps: CreateCohortDeps,
  orgId: string,
  body: unknown,
  now: Instant,
): Promise<Result<Cohort>> {
  const parsed = parseInput(cohortSchemaFor(body), body);
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  const faults = input.kind === 'training' ? faultsOfTraining(input, now, deps) : faultsOfAssessment(input);
  if (faults.length > 0) {
    return invalid(
      'cohort.invalid',
      {
        id: 'Data angkatan belum benar. Perbaiki bagian yang disebut.',
        en: 'The cohort is not valid. Correct the parts named below.',
      },
      faults,
    );
  }
  const cohort: Cohort = {
    ...fieldsOf(input),
    id: deps.newId(),
    orgId,
    versions: deps.versions,
    createdAt: now,
  };
  await deps.cohorts.insert(cohort);
  return done(cohort);
}

function faultsOfTraining(
  input: TrainingCohortInput,
  now: Instant,
  { lookup, versions }: CreateCohortDeps,
): ReturnType<typeof faultsOfDates> {
  const faults = faultsOfDates(input, localDateOf(now, input.zone));
  const { nationalPathway } = lookup.policy(versions.policy).curriculum;
  if (nationalPathway !== null && input.pathway !== nationalPathway && !input.pilotId) {
    faults.push(
      fault(
        'pathway',
        'pathway.needs_pilot',
        `LAN menetapkan jalur ${nationalPathway} secara nasional; jalur lain hanya untuk angkatan uji coba (pilotId).`,
        `LAN has set the pathway ${nationalPathway} for the whole country; another one is for a pilot's cohort only (pilotId).`,
      ),
    );
  }
  if (input.clusterBy && input.pathway !== 'cluster') {
    faults.push(
      fault(
        'clusterBy',
        'value.not_applicable',
        'Dasar klaster hanya untuk jalur cluster.',
        'clusterBy belongs to the cluster pathway only.',
      ),
    );
  }
  return faults;
}

function faultsOfAssessment(input: AssessmentCohortInput): ReturnType<typeof faultsOfDates> {
  if (input.startsOn && input.endsOn && input.endsOn < input.startsOn) {
    return [
      fault(
        'endsOn',
        'date.order',
        'Tanggal selesai harus pada atau sesudah tanggal mulai.',
        'The end must be on or after the start.',
      ),
    ];
  }
  return [];
}

function fieldsOf(
  input: TrainingCohortInput | AssessmentCohortInput,
): Omit<Cohort, 'id' | 'orgId' | 'versions' | 'createdAt'> {
  const training = input.kind === 'training';
  return {
    kind: input.kind,
    programme: input.programme ?? null,
    pathway: training ? input.pathway : null,
    // One class has one basis; competency families are the paper's first way of grouping.
    clusterBy: training && input.pathway === 'cluster' ? (input.clusterBy ?? 'family') : null,
    assessmentOption: input.assessmentOption,
    name: input.name,
    zone: input.zone,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    stages: training ? input.stages : null,
    capacity: input.capacity ?? null,
    pilotId: input.pilotId ?? null,
  };
}
