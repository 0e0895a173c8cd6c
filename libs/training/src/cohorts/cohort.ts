import type { Instant, LocalDate, Zone } from '#libs/calendar';
import type { Pathway, ProgrammeCode, Stage } from '#libs/curriculum';

export type CohortKind = 'training' | 'assessment';
export type AssessmentOption = 'integrated' | 'separate';
export type ClusterBy = 'family' | 'category';

export interface StageDates {
  stage: Stage;
  from: LocalDate;
  to: LocalDate;
}

/** Versions of the knowledge that every journey of the cohort starts with. */
export interface PinnedVersions {
  policy: string;
  calendar: string;
  catalogue: string;
  programmes: string;
}

/** A class (*angkatan*) of one institute: what its journeys have in common. */
export interface Cohort {
  id: string;
  orgId: string;
  kind: CohortKind;
  programme: ProgrammeCode | null;
  pathway: Pathway | null;
  clusterBy: ClusterBy | null;
  assessmentOption: AssessmentOption;
  name: string;
  zone: Zone;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  stages: StageDates[] | null;
  capacity: number | null;
  pilotId: string | null;
  versions: PinnedVersions;
  createdAt: Instant;
}
