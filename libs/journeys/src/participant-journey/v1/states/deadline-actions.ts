import type { JourneyContext } from '../context/journey-context.js';
import type { DueName } from '../deadlines/due-names.js';
import { overdueNotice } from '../effects/notices.js';
import type { Toolbox } from '../folds/fold.js';
import type { ParamsOf } from '../participant-journey.effects.js';

/** Remembers that a deadline passed. */
export const pass = (name: DueName) => ({ type: 'pass', params: name }) as const;

/** A deadline that asks whoever has to act, and comes back. */
export function overdue(name: DueName, to: ParamsOf<'notify'>['to'], toolbox: Toolbox) {
  const notice = {
    type: 'notify',
    params: ({ context }: { context: JourneyContext }) => overdueNotice(context, name, to, toolbox),
  } as const;
  return { actions: [notice, pass(name)] as const };
}

/** The path of a state from the machine's root. */
export const to = <P extends string>(path: P) => `#participantJourney.${path}` as const;
