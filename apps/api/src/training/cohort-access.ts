import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type CohortRow } from '#libs/training';
import { belongsTo, mayAll, ownersFor, permissionOf, type Action, type Caller } from '#libs/access';
import { problem } from '../problems/problem.exception.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Finds the cohort of a request for whoever may see it, or may run it. */
@Injectable()
export class CohortAccess {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  async toSee(caller: Caller, id: string): Promise<CohortRow> {
    const cohort = await this.parts.cohorts.byId(id, scopeOf(caller, 'cohort.read'));
    if (!cohort) throw problem('request.not_found');
    belongsTo(cohort.orgId);
    return cohort;
  }

  /** For what its institute's people, or LAN, do with a cohort: whoever merely sees it is told that he may not. */
  async to(action: Action, caller: Caller, id: string): Promise<CohortRow> {
    const cohort = await this.toSee(caller, id);
    if (!mayAll(caller, action) && !ownersFor(caller, action).includes(cohort.orgId))
      throw problem('access.forbidden');
    if (permissionOf(action).notOneself && (await this.isEnrolled(caller, cohort)))
      throw problem('access.forbidden');
    return cohort;
  }

  /** Only the institute that owns it. */
  toRun(caller: Caller, id: string): Promise<CohortRow> {
    return this.to('cohort.run', caller, id);
  }

  /** Its institute, and a centre that is party to it. */
  async toSendProfiles(caller: Caller, id: string): Promise<CohortRow> {
    const cohort = await this.toSee(caller, id);
    const isCentre =
      scopeOf(caller, 'cohort.profiles').centres.length > 0 && (await this.isCentreOf(caller, id));
    return isCentre ? cohort : this.to('cohort.profiles', caller, id);
  }

  private async isEnrolled({ personId }: Caller, { id }: CohortRow): Promise<boolean> {
    const enrolled = await this.parts.enrolments.ofCohort(id);
    return enrolled.some((one) => one.personId === personId);
  }

  /** Found as a centre that is party to one of its journeys, whatever else the caller is. */
  private async isCentreOf(caller: Caller, id: string): Promise<boolean> {
    const asCentre = { ...scopeOf(caller, 'cohort.profiles'), owners: [] };
    return (await this.parts.cohorts.byId(id, asCentre)) !== null;
  }
}

/** Whether classes and what they go by are his business: organiser and coach, and nobody else (seed 002, Alternative II, stigma). */
export function knowsClasses(caller: Caller, { orgId }: Pick<CohortRow, 'orgId'>): boolean {
  return ownersFor(caller, 'cohort.classes').includes(orgId);
}
