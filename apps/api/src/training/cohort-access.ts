import { Inject, Injectable } from '@nestjs/common';
import { institutesOf, scopeOf, type CohortRow } from '#libs/training';
import { belongsTo, hasRole, organisationsOf, type Caller, type MembershipRole } from '#libs/access';
import { problem } from '../problems/problem.exception.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Finds the cohort of a request for whoever may see it, or may run it. */
@Injectable()
export class CohortAccess {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  async toSee(caller: Caller, id: string): Promise<CohortRow> {
    const cohort = await this.parts.cohorts.byId(id, scopeOf(caller));
    if (!cohort) throw problem('request.not_found');
    belongsTo(cohort.orgId);
    return cohort;
  }

  /** For what organisers and coaches see of a cohort, and LAN: never somebody who is enrolled in it. */
  async toOrganise(caller: Caller, id: string): Promise<CohortRow> {
    const cohort = await this.toSee(caller, id);
    if (!organises(caller, cohort) || (await this.isEnrolled(caller, cohort)))
      throw problem('access.forbidden');
    return cohort;
  }

  /** For who scores and who decides at its institute, and LAN: never somebody who is enrolled in it. */
  toEvaluate(caller: Caller, id: string): Promise<CohortRow> {
    return this.toWorkOn(caller, id, ['institute', 'examiner']);
  }

  /** For who confirms verdicts at its institute, and LAN: never somebody who is enrolled in it. */
  toJudge(caller: Caller, id: string): Promise<CohortRow> {
    return this.toWorkOn(caller, id, ['institute']);
  }

  private async toWorkOn(caller: Caller, id: string, roles: MembershipRole[]): Promise<CohortRow> {
    const cohort = await this.toSee(caller, id);
    const works = hasRole(caller, 'lan') || organisationsOf(caller, ...roles).includes(cohort.orgId);
    if (!works || (await this.isEnrolled(caller, cohort))) throw problem('access.forbidden');
    return cohort;
  }

  private async isEnrolled({ personId }: Caller, { id }: CohortRow): Promise<boolean> {
    const enrolled = await this.parts.enrolments.ofCohort(id);
    return enrolled.some((one) => one.personId === personId);
  }

  /** Only the institute that owns it; whoever merely sees it is told that he may not. */
  async toRun(caller: Caller, id: string): Promise<CohortRow> {
    const cohort = await this.toSee(caller, id);
    if (!institutesOf(caller).includes(cohort.orgId)) throw problem('access.forbidden');
    return cohort;
  }
}

/** Whether the cohort's groups are a caller's business. */
function organises(caller: Caller, cohort: Pick<CohortRow, 'orgId'>): boolean {
  return hasRole(caller, 'lan') || knowsClasses(caller, cohort);
}

/** Whether classes and what they go by are: organiser and coach, and nobody else (seed 002, Alternative II, stigma). */
export function knowsClasses(caller: Caller, { orgId }: Pick<CohortRow, 'orgId'>): boolean {
  return organisationsOf(caller, 'institute', 'coach').includes(orgId);
}
