import type { EntityManager } from 'typeorm';
import type { GroupingStanding, GroupingStandings } from '#libs/training';

/** A whole cohort in one question: forming groups looks at everybody at once. */
export function groupingStandings(manager: EntityManager): GroupingStandings {
  return {
    ofCohort: (cohortId, only) =>
      manager.query<GroupingStanding[]>(
        `select id as "journeyId", status, state, snapshot -> 'machine' -> 'context' as context
         from instance where cohort_id = $1 and definition_key = 'participantJourney' and ($2::uuid[] is null or id = any($2))
         order by id`,
        [cohortId, only ?? null],
      ),
  };
}
