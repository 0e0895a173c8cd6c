import type { ApiAccount } from '../api-client.js';
import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import type { SeenTask, SimulatedJourney } from '../journey-book.js';

/** Decides when somebody does what he found on his list; not at all is an answer too. */
export type Planner = (desk: Desk, task: SeenTask, journey: SimulatedJourney, by: ApiAccount) => void;

/** Does what is due today, for everybody at once. */
export type Performer = (desk: Desk, acts: readonly Act[]) => Promise<void>;

/** What one kind of actor knows to do. */
export interface Actor {
  /** By kind of task. */
  lists: Record<string, Planner>;
  /** By name of act. */
  acts: Record<string, Performer>;
}

/** Plans the task's act within the delay of whoever does it. */
export function inDueCourse(name: string, who: Parameters<Desk['within']>[1]): Planner {
  return (desk, task, journey, by) =>
    desk.plan({
      ...{ name, journey, by, task: task.id, about: String(aboutOf(task)) },
      on: desk.within(journey, who, `${name} ${aboutOf(task)} ${journey.remedials} ${journey.rounds}`),
    });
}

export function aboutOf({ subject }: SeenTask): string {
  return subject.component ?? subject.stage ?? subject.person ?? String(subject.session ?? '');
}

/** Each act as one event. */
export function sending(type: string, payloadOf: (act: Act, desk: Desk) => object): Performer {
  return async (desk, acts) => {
    await desk.send(acts.map((act): Message => ({ act, type, payload: payloadOf(act, desk) })));
  };
}

/** Question names must not repeat where chance is asked again on purpose. */
export const again = ({ about, tries }: Pick<Act, 'about' | 'tries'>) => `${about} ${String(tries)}`;
