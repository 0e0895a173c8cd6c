import fc from 'fast-check';
import { addDays, localDateOf } from '#libs/calendar';
import { participantJourneyEvents, type EventType, type ParticipantJourneyInput } from '#libs/journeys';
import { ASSESSMENT_COHORT, COHORT, profile } from '../dsl/fixtures.js';
import { Story } from '../dsl/story.js';
import { checkStep, checkStory } from './invariants.js';
import { payloadFor, senders, type Draw } from './random-payloads.js';

const ALL = Object.keys(participantJourneyEvents) as EventType[];
const LEAVING: EventType[] = ['withdrawn', 'transferred', 'roundsClosed', 'suspended'];

const beginnings = fc.oneof(
  fc.record({
    pathway: fc.constantFrom(
      'flexible' as const,
      'cluster' as const,
      'a-la-carte' as const,
      'generic-plus' as const,
    ),
    option: fc.constantFrom('integrated' as const, 'separate' as const),
    zone: fc.constantFrom('Asia/Jakarta' as const, 'Asia/Jayapura' as const),
    entry: fc.constantFrom(
      'incumbent' as const,
      'successor' as const,
      'incumbent' as const,
      'alumnus' as const,
    ),
    report: fc.constantFrom(null, profile('2025-01-05', { M1: 2 }), profile('2022-01-05')),
  }),
  fc.constant(ASSESSMENT_COHORT),
);

/** One random journey: time passes, people send what is offered and at times what is not. */
function live(draw: Draw, input: Partial<ParticipantJourneyInput>, steps: number): Story {
  const story = Story.of({ ...COHORT, ...input } as ParticipantJourneyInput, { maxRounds: 3 });
  checkStep(story);
  for (let count = 0; count < steps && story.result.status !== 'final'; count += 1) {
    const move = draw(fc.integer({ min: 0, max: 9 }));
    if (move <= 2) passTime(draw, story);
    else send(draw, story, move === 9);
    checkStep(story);
  }
  checkStory(story);
  return story;
}

function passTime(draw: Draw, story: Story): void {
  const days = draw(fc.constantFrom(0, 1, 3, 7, 20, 61));
  story.until(addDays(localDateOf(story.now, story.context.zone), days));
  const overdue = story.armed().filter(({ due }) => due <= story.now);
  if (overdue.length > 0 && story.result.status === 'live')
    throw new Error(`overdue: ${JSON.stringify(overdue)}`);
}

function send(draw: Draw, story: Story, anything: boolean): void {
  const allowed = story.result.allowedEvents as EventType[];
  const usual = story.result.status === 'suspended' ? [...allowed, 'resumed' as const] : allowed;
  const staying = usual.filter((type) => !LEAVING.includes(type));
  const type = draw(fc.constantFrom(...(anything || staying.length === 0 ? ALL : staying)));
  const role = draw(fc.constantFrom(...participantJourneyEvents[type].roles));
  story.sends(type, draw(payloadFor(type, story.context)), { by: draw(senders), role });
}

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env['RUNS'] ?? 40);

describe('a random journey', () => {
  // The seed stands in the name, so that it is printed whatever happens: SEED=… repeats the run.
  it(`always has an owner, a next action and a date, folds to the same snapshot, and breaks no invariant (seed ${SEED})`, () => {
    const ended = new Set<string>();
    fc.assert(
      fc.property(beginnings, fc.gen(), (input, gen) => {
        const draw: Draw = (arbitrary) => gen(() => arbitrary);
        const story = live(draw, input as Partial<ParticipantJourneyInput>, 100);
        ended.add(story.state[0]!);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    // A driver that never gets anywhere proves nothing.
    expect(ended.size).toBeGreaterThan(4);
  });
});
