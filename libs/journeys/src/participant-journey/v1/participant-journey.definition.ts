import type { AnyStateNode } from 'xstate';
import type { Definition, JourneyEvent } from '#libs/statechart';
import type { JourneyContext } from './context/journey-context.js';
import { journeyDues } from './deadlines/journey-dues.js';
import type { Toolbox } from './folds/fold.js';
import type { JourneyKnowledge } from './journey-knowledge.js';
import { nextOf } from './next-action.js';
import { offers } from './offers.js';
import { participantJourneyEffects } from './participant-journey.effects.js';
import { participantJourneyEvents } from './participant-journey.events.js';
import { participantJourneyInput } from './participant-journey.input.js';
import { participantJourneyMachine } from './participant-journey.machine.js';
import { refusal } from './refusals/refusal-texts.js';
import { refusalOf } from './refusals/refusals.js';
import { tallyOf } from './tally.js';

export type ParticipantJourney = Definition<JourneyContext>;

/** The participant's journey, version 1, on what is known about competencies, programmes, rules and holidays. */
export function participantJourneyV1(knowledge: JourneyKnowledge): ParticipantJourney {
  const toolbox: Toolbox = { knowledge, dues: journeyDues(knowledge) };
  const machine = participantJourneyMachine(toolbox);
  const owners = deadlineOwners(machine.root);
  return {
    key: 'participantJourney',
    version: 1,
    machine,
    dues: toolbox.dues.dues,
    input: participantJourneyInput,
    events: participantJourneyEvents,
    effects: participantJourneyEffects,
    refusalOf: (context, event, state) =>
      misplacedReschedule(owners, event, state) ?? refusalOf(context, event, toolbox),
    offers: (context, type, state) => offers(context, type, state, toolbox),
    isSuspended: (context) => context.suspendedOn !== null,
    whileSuspended: {
      offered: ['withdrawn', 'transferred'],
      folded: ['resumed', 'rescheduled', 'cohortRescheduled', 'calendarChanged', 'assignmentChanged'],
    },
    nextOf,
    tallyOf,
  };
}

type Owners = Map<string, string[]>;

/** Paths of the states that each deadline belongs to. */
function deadlineOwners(node: AnyStateNode, owners: Owners = new Map()): Owners {
  for (const { delay } of node.after) {
    owners.set(String(delay), [...(owners.get(String(delay)) ?? []), node.path.join('.')]);
  }
  for (const child of Object.values(node.states)) deadlineOwners(child as AnyStateNode, owners);
  return owners;
}

/** Only a deadline of an active state can be moved. */
function misplacedReschedule(owners: Owners, event: JourneyEvent, state: string[]) {
  if (event.type !== 'rescheduled') return null;
  const paths = owners.get(String(event.payload['deadline'])) ?? [];
  const isActive = paths.some((path) => state.some((leaf) => leaf === path || leaf.startsWith(`${path}.`)));
  return isActive ? null : refusal('deadline.not_armed');
}
