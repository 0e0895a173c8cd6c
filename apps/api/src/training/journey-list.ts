import type { Zone } from '#libs/calendar';
import { PATHWAYS, type Pathway } from '#libs/curriculum';
import {
  JOURNEY_ORDERS,
  nextView,
  nipShown,
  whereIn,
  type JourneyLine,
  type JourneyOrder,
} from '#libs/training';
import type { CurrentCaller } from '../auth/current-actor.decorator.js';
import { BooleanQuery, ChoiceField, IdField, TextField, SearchField } from '../fields/fields.js';
import { PageQuery } from '../http/page.js';
import { requireKnownAgency, requireKnownState } from './known-filters.js';
import type { TrainingParts } from './training-parts.js';

/** What a list of journeys, or its sheet, is narrowed to. */
export class JourneysQuery extends PageQuery {
  @IdField({ optional: true })
  cohort?: string;

  @TextField({
    max: 100,
    optional: true,
    about: 'a state, or the beginning of its path: `training` finds all below it',
  })
  state?: string;

  @ChoiceField({ choices: PATHWAYS, optional: true })
  pathway?: Pathway;

  @TextField({ max: 40, optional: true, about: "the sending agency's code" })
  agency?: string;

  @BooleanQuery({ optional: true })
  overdue?: boolean;

  @SearchField({ max: 100, about: 'part of the name, or the beginning of the NIP' })
  q?: string;

  @ChoiceField({ choices: JOURNEY_ORDERS, optional: true, about: 'by what is due first unless told' })
  sort: JourneyOrder = 'due';
}

/** Refuses a filter by what does not exist rather than answering that there is nobody. */
export async function requireKnown(
  { definitions, access }: TrainingParts,
  { state, agency }: Pick<JourneysQuery, 'state' | 'agency'>,
): Promise<void> {
  requireKnownState(definitions, 'participantJourney', state);
  await requireKnownAgency(access, agency);
}

export function lineView(line: JourneyLine, caller: CurrentCaller) {
  const { locale } = caller;
  const zone = line.zone as Zone;
  const deadlines =
    line.nextDue && line.nextWhy
      ? [{ name: 'next', due: line.nextDue, why: line.nextWhy, status: 'armed' as const }]
      : [];
  const next = {
    action: line.nextAction,
    owner: line.nextOwner,
    deadline: deadlines.length > 0 ? 'next' : null,
    due: line.nextDue,
  };
  return {
    id: line.id,
    cohort: { id: line.cohortId, name: line.cohortName },
    participant: {
      id: line.personId,
      name: line.name,
      nip: nipShown(caller, line),
      agency: { code: line.agencyCode, name: line.agencyName },
    },
    programme: line.programme,
    pathway: line.pathway,
    entry: line.entry,
    status: line.status,
    state: line.state,
    where: whereIn(line.state, locale),
    revision: line.revision,
    next: nextView({ next, deadlines, status: line.status }, zone, locale),
    overdue: line.overdue,
  };
}
