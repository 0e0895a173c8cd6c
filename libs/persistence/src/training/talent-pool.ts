import type { EntityManager } from 'typeorm';
import type { TalentPool, TalentPoolLine } from '#libs/training';
import { unrestricted } from '../privacy/unrestricted.sql.js';
import { instant } from '../engine/sql/instant.sql.js';

export function talentPool(manager: EntityManager): TalentPool {
  return {
    list: (scope, { agency, outcome, validOn }, { limit, after }) =>
      manager.query<TalentPoolLine[]>(
        `select entry.ground as id, entry.journey_id as "journeyId", entry.person_id as "personId", entry.org_id as "orgId", person.name, person.nip,
           agency.code as "agencyCode", agency.name as "agencyName", cohort.versions ->> 'policy' as policy, cohort.programme, entry.outcome, entry.level, entry.assessed_on::text as "assessedOn",
           entry.valid_until::text as "validUntil", ${instant('entry.entered_at')} as "enteredAt"
         from talent_pool_entry entry
         join organisation agency on agency.id = entry.agency_org_id
         join enrolment on enrolment.journey_id = entry.journey_id
         join cohort on cohort.id = enrolment.cohort_id
         left join person_data person on person.person_id = entry.person_id
         where ($1::boolean or entry.org_id = any($2::uuid[]) or entry.agency_org_id = any($3::uuid[]) or entry.person_id = $4::uuid)
           and (${unrestricted('entry.person_id')} or entry.org_id = any($2::uuid[]) or entry.person_id = $4::uuid)
           and ($5::text is null or agency.code = $5)
           and ($6::text is null or entry.outcome = $6)
           and ($7::date is null or entry.valid_until >= $7)
           and ($8::text is null or entry.ground > $8)
         order by entry.ground limit $9`,
        [
          scope.all,
          scope.owners,
          scope.agencies,
          scope.named.includes('participant') ? scope.person : null,
          agency ?? null,
          outcome ?? null,
          validOn,
          after,
          limit,
        ],
      ),
  };
}
