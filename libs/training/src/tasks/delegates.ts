import type { Caller } from '#libs/access';
import { faultOfDuties, REFUSALS, type JourneyContext, type RefusalCode } from '#libs/journeys';
import type { Bilingual } from '#libs/calendar';
import type { Refused } from '#libs/platform';
import type { Deputy, DeputyDeps, SeatOf } from '../inbox/deputies.js';
import { actorIdOf } from '../journeys/actor.js';
import { fault, forbidden, invalid } from '../refusal.js';
import type { TaskStore } from './task-store.port.js';
import type { Task } from './task.js';

export interface HandingDeps extends DeputyDeps {
  tasks: TaskStore;
  /** What duties that are kept apart go by; null where there is no such journey. */
  contextOf: (journeyId: string) => Promise<JourneyContext | null>;
}

/** To whom a task can be handed. */
export interface Delegates {
  items: Deputy['deputy'][];
  /** Why there is nobody. */
  nobody: { code: RefusalCode | 'deputy.nobody'; text: Bilingual } | null;
}

/** Whoever has the task's role where it is offered, is not its participant, and did nothing that bars him from it. */
export async function delegatesFor(
  { deputies, contextOf }: HandingDeps,
  caller: Caller,
  task: Task,
): Promise<Delegates> {
  const context = await contextOf(task.journeyId);
  const own = barred(context, task, actorIdOf(caller));
  if (own !== null) return { items: [], nobody: { code: own, text: REFUSALS[own].detail } };
  const { people } = await deputies.suitable(actorIdOf(caller), seatsOf(task));
  const able = people.filter(({ id }) => id !== task.personId);
  const items = able.filter(({ id }) => barred(context, task, id) === null);
  if (items.length > 0) return { items: items.map(({ id, name }) => ({ id, name })), nobody: null };
  const [first] = able;
  const code = first ? barred(context, task, first.id) : null;
  const nobody =
    code === null
      ? ({ code: 'deputy.nobody', text: NOBODY } as const)
      : ({ code, text: REFUSALS[code].detail } as const);
  return { items: [], nobody };
}

/** The id under which the one named takes the task for the caller, or why he can't. */
export async function delegateFor(
  { deputies, contextOf }: HandingDeps,
  caller: Caller,
  task: Task,
  named: string,
): Promise<{ ok: true; id: string } | Refused> {
  const context = await contextOf(task.journeyId);
  const own = barred(context, task, actorIdOf(caller));
  if (own !== null) return forbidden(own, REFUSALS[own].detail);
  const id = await deputies.withSeat(named, seatsOf(task));
  if (id === null || id === actorIdOf(caller) || id === task.personId) return unsuitable(NOT_SUITABLE);
  const his = barred(context, task, id);
  return his === null ? { ok: true, id } : unsuitable(REFUSALS[his].detail);
}

function unsuitable(detail: Bilingual): Refused {
  return invalid('deputy.not_suitable', detail, [fault('to', 'not_suitable', detail.id, detail.en)]);
}

function barred(context: JourneyContext | null, { events }: Task, id: string): RefusalCode | null {
  return context && faultOfDuties(context, events, { id });
}

/** A mentor's part may be a direct superior's too, at the agency. */
function seatsOf({ candidateOrg, orgId, role }: Task): SeatOf[] {
  const org = candidateOrg ?? orgId;
  return [{ org, role }, ...(role === 'mentor' ? [{ org, role: 'superior' }] : [])];
}

const NOT_SUITABLE = {
  id: 'Tugas hanya dapat diserahkan kepada orang lain yang mempunyai peran itu di organisasi yang sama.',
  en: 'A task can only be handed to somebody else with that role in the same organisation.',
};
const NOBODY = {
  id: 'Tidak ada orang lain dengan peran ini di organisasi yang memegang tugas ini. Admin organisasi itu dapat memberi peran kepada orang lain.',
  en: 'Nobody else has this role in the organisation whose task it is. Its administrator can give somebody the role.',
};
