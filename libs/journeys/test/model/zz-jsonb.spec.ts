import fc from 'fast-check';
import { addDays, localDateOf } from '#libs/calendar';
import { participantJourneyEvents, type EventType, type ParticipantJourneyInput } from '#libs/journeys';
import { ASSESSMENT_COHORT, COHORT, profile } from '../dsl/fixtures.js';
import { Story } from '../dsl/story.js';
import { begin, fire as fireStep, step, inspect, type AnyDefinition } from '#libs/statechart';
import { checkStep, checkStory } from './invariants.js';
import { payloadFor, senders, type Draw } from './random-payloads.js';

const ALL = Object.keys(participantJourneyEvents) as EventType[];
const LEAVING: EventType[] = ['withdrawn', 'transferred', 'roundsClosed', 'suspended'];

const beginnings = fc.oneof(
  fc.record({
    pathway: fc.constantFrom('flexible' as const, 'cluster' as const, 'a-la-carte' as const, 'generic-plus' as const),
    option: fc.constantFrom('integrated' as const, 'separate' as const),
    zone: fc.constantFrom('Asia/Jakarta' as const, 'Asia/Jayapura' as const),
    entry: fc.constantFrom('incumbent' as const, 'successor' as const, 'incumbent' as const, 'alumnus' as const),
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
  replayJsonb(story);
  return story;
}

function passTime(draw: Draw, story: Story): void {
  const days = draw(fc.constantFrom(0, 1, 3, 7, 20, 61));
  story.until(addDays(localDateOf(story.now, story.context.zone), days));
  const overdue = story.armed().filter(({ due }) => due <= story.now);
  if (overdue.length > 0 && story.result.status === 'live') throw new Error(`overdue: ${JSON.stringify(overdue)}`);
}

function send(draw: Draw, story: Story, anything: boolean): void {
  const allowed = story.result.allowedEvents as EventType[];
  const usual = story.result.status === 'suspended' ? [...allowed, 'resumed' as const] : allowed;
  const staying = usual.filter((type) => !LEAVING.includes(type));
  const type = draw(fc.constantFrom(...(anything || staying.length === 0 ? ALL : staying)));
  const role = draw(fc.constantFrom(...participantJourneyEvents[type].roles));
  story.sends(type, draw(payloadFor(type, story.context)), { by: draw(senders), role });
}

describe('a random journey', () => {
  it('always has an owner, a next action and a date, folds to the same snapshot, and breaks no invariant', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    const visited = new Map<string, number>();
    const biggest = new Map<string, number>();
    let total = 0;
    fc.assert(
      fc.property(beginnings, fc.gen(), (input, gen) => {
        const draw: Draw = (arbitrary) => gen(() => arbitrary);
        const story = live(draw, input as Partial<ParticipantJourneyInput>, 120);
        total += story.log.length;
        for (const leaf of story.state) visited.set(leaf, (visited.get(leaf) ?? 0) + 1);
        biggest.set(story.state[0]!, Math.max(biggest.get(story.state[0]!) ?? 0, JSON.stringify(story.result.stored).length));
      }),
      { seed, verbose: 0, numRuns: Number(process.env['RUNS'] ?? 150), endOnFailure: true },
    );
    console.info(`seed ${seed}: ${total} steps, ended in ${JSON.stringify([...visited])}, bytes ${JSON.stringify([...biggest])}`);
  });
});

function jsonb(v: any): any {
  if (Array.isArray(v)) return v.map(jsonb);
  if (!v || typeof v !== 'object') return v;
  return Object.fromEntries(Object.entries(v).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([k, x]) => [k, jsonb(x)]));
}
const canon = (v: any) => JSON.stringify(jsonb(JSON.parse(JSON.stringify(v))));
function replayJsonb(story: Story): void {
  const def = story.definition as AnyDefinition;
  const effects: unknown[] = []; const changes: unknown[] = [];
  let r: any;
  for (const row of story.log) {
    if (row.kind === 'started') r = begin(def, jsonb(row.input), row.at);
    else {
      const stored = jsonb(JSON.parse(JSON.stringify(r.stored)));
      const o: any = row.kind === 'event' ? step(def, stored, { ...row.event, payload: jsonb(row.event.payload) }, row.at) : fireStep(def, stored, row.name, row.at);
      if (!o.ok) throw new Error('jsonb order refused: ' + o.refusal.code);
      r = o.result;
    }
    effects.push(...r.effects); changes.push(...r.deadlines);
  }
  if (canon(r.stored) !== canon(story.result.stored)) throw new Error('jsonb order changes the snapshot\n' + canon(r.stored) + '\n' + canon(story.result.stored));
  if (canon(r.next) !== canon(story.result.next)) throw new Error('jsonb order changes next');
  if (canon(inspect(def, jsonb(r.stored)).next) !== canon(story.result.next)) throw new Error('jsonb order changes inspected next ' + canon(inspect(def, jsonb(r.stored)).next) + canon(story.result.next));
  if (canon(effects) !== canon(story.effects)) throw new Error('jsonb order changes effects');
}
