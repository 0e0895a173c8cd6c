import { Inject, Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf } from '#libs/calendar';
import type { AssessmentPolicy, CompetencyCatalogue } from '#libs/competency';
import type { Policy } from '#libs/journeys';
import { type ConfiguredProgramme, currentAt, type Knowledge, lookupIn } from '#libs/knowledge';
import type { Clock } from '#libs/platform';
import { CLOCK, KNOWLEDGE } from '../api-parts.js';

/** What applies today by the business clock; journeys keep the versions they began with. */
@Injectable()
export class CurrentKnowledge {
  private readonly lookup;

  constructor(
    @Inject(KNOWLEDGE) private readonly knowledge: Knowledge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.lookup = lookupIn(knowledge);
  }

  catalogue(): CompetencyCatalogue {
    return this.lookup.catalogue(this.versions().catalogue);
  }

  programmes(): ConfiguredProgramme[] {
    return this.lookup.programmes(this.versions().programmes);
  }

  programme(code: string): ConfiguredProgramme | undefined {
    return this.programmes().find((one) => one.code === code);
  }

  policy(): Policy {
    return this.lookup.policy(this.versions().policy);
  }

  /** Today's rules, with the categories as they were named on the day of an assessment. */
  assessmentPolicyFor({ assessedOn }: { assessedOn: LocalDate }): AssessmentPolicy {
    const { categories } = this.lookup.policyOn(assessedOn).assessment;
    return { ...this.policy().assessment, categories };
  }

  private versions() {
    return currentAt(this.knowledge, this.today());
  }

  today(): LocalDate {
    return localDateOf(this.clock.now(), 'Asia/Jakarta');
  }
}
