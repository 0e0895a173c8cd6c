import type { Effect } from '#libs/statechart';
import type { EventType, JourneyContext, RefusalCode } from '#libs/journeys';
import type { Story } from './story.js';

export interface Expected {
  state?: string[];
  /** Code of the refusal; then nothing may have changed. */
  refused?: RefusalCode | 'journey.event_not_accepted' | 'journey.suspended';
  /** Each of them happened in this step. */
  effects?: { type: string; params?: object }[];
  /** None of these happened in this step. */
  without?: string[];
  /** Open tasks by key, all of them. */
  tasks?: string[];
  /** Armed deadlines and their instants, these at least. */
  due?: Record<string, string>;
  context?: Partial<JourneyContext>;
}

type Sender = { by?: string; role?: string; actingFor?: string };

/** `given(a story).when(an event).then(what holds)`; `whenDay` lets time pass instead. */
export function given(story: Story) {
  const before = JSON.stringify(story.result.stored);
  const then = (expected: Expected): Story => {
    check(story, before, expected);
    return story;
  };
  return {
    when: (type: EventType, payload: object = {}, sender?: Sender) => {
      story.sends(type, payload, sender);
      return { then };
    },
    whenDay: (day: string) => {
      const seen = story.effects.length;
      story.until(day);
      story.lastEffects = story.effects.slice(seen);
      return { then };
    },
    then,
  };
}

function check(story: Story, before: string, expected: Expected): void {
  const { refused, state, tasks, due, context } = expected;
  expect(story.refusal?.code ?? null).toBe(refused ?? null);
  if (refused) expect(JSON.stringify(story.result.stored)).toBe(before);
  if (state) expect(story.state).toEqual(state);
  if (tasks) expect(story.tasks()).toEqual([...tasks].sort());
  if (due) expect(Object.fromEntries(story.armed().map((row) => [row.name, row.due]))).toMatchObject(due);
  if (context) expect(story.context).toMatchObject(context);
  checkEffects(story.lastEffects, expected);
}

function checkEffects(happened: Effect[], { effects = [], without = [] }: Expected): void {
  for (const { type, params } of effects) {
    expect(happened).toContainEqual({ type, params: expect.objectContaining(params ?? {}) });
  }
  for (const type of without) expect(happened.map((effect) => effect.type)).not.toContain(type);
}
