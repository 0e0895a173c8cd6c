import { Inject, Injectable } from '@nestjs/common';
import { concerns, type Caller } from '#libs/access';
import { withOffset, type Bilingual } from '#libs/calendar';
import { nipShown, scopeOf, whereIn, type CohortRow, type JourneyLine } from '#libs/training';
import type { CurrentCaller } from '../auth/current-actor.decorator.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** More than any cohort has. */
const EVERYBODY = 20_000;

/** Everybody of a cohort whom the caller sees, by what is due first. */
@Injectable()
export class CohortPeople {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  async of(caller: Caller, { id }: Pick<CohortRow, 'id'>): Promise<JourneyLine[]> {
    const page = { limit: EVERYBODY, after: null };
    return this.parts.journeys.list(scopeOf(caller), { cohort: id }, page, await this.parts.clock.now());
  }
}

/** Those of whom nothing can be worked out here, with what their settings miss. */
export function unreadableView(
  people: readonly JourneyLine[],
  reasons: ReadonlyMap<string, Bilingual>,
  { zone }: Pick<CohortRow, 'zone'>,
  caller: CurrentCaller,
) {
  return people.flatMap((person) => {
    const reason = reasons.get(person.id);
    return reason ? [{ ...standingView(person, zone, caller), reason: reason[caller.locale] }] : [];
  });
}

/** Who somebody is, where he stands and by when something is due. */
export function standingView(line: JourneyLine, zone: CohortRow['zone'], caller: CurrentCaller) {
  const { locale } = caller;
  concerns({ personId: line.personId, org: line.orgId, kind: 'journey', id: line.id });
  return {
    journeyId: line.id,
    participant: { id: line.personId, name: line.name, nip: nipShown(caller, line) },
    agency: line.agencyName,
    status: line.status,
    where: whereIn(line.state, locale),
    due: line.nextDue && withOffset(line.nextDue, zone),
    overdue: line.overdue,
  };
}
