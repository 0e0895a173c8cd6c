import type { AnyStateNode } from 'xstate';
import { localDateOf, type Instant } from '#libs/calendar';
import { fire, step, type AnyDefinition, type JourneyEvent, type StepResult } from '#libs/statechart';
import type { JourneyContext, ParticipantJourneyInput } from '#libs/journeys';
import { ASSESSMENT_COHORT, profile } from '../dsl/fixtures.js';
import { definitionWith, Story } from '../dsl/story.js';

/**
 * Shortest ways to every state, breadth first. `getShortestPaths` of @xstate/graph stamps no time, and here a deadline
 * moves the clock and facts carry dates of that clock; so the search runs over step and fire, as the engine does.
 */

interface Place {
  result: StepResult;
  now: Instant;
  path: string[];
}

const definition = definitionWith({ maxRounds: 1, maxRemedials: 1, mentorSessions: 0 }) as AnyDefinition;

/** The fewest events that lead on; today's date is put into their facts. */
function movesFrom({ result, now }: Place): JourneyEvent[] {
  const context = result.stored.machine.context as JourneyContext;
  const today = localDateOf(now, context.zone);
  const event = (type: string, payload: object, role: string): JourneyEvent => ({
    ...{ type, payload: payload as Record<string, unknown> },
    actor: { id: `${role}-${type === 'verdictConfirmed' ? 2 : 1}`, role },
  });
  const scoring = ['academic', 'fieldLearning', 'actualisation', 'attitude'].map((component) =>
    event('componentScored', { component, score: 80 }, 'examiner'),
  );
  return [
    event('profileRecorded', { profile: profile(today) }, 'centre'),
    event('placementConfirmed', {}, 'institute'),
    event('placementConfirmed', { directAssessment: true }, 'institute'),
    event('placementObjected', { reason: 'x' }, 'participant'),
    event('placementRevised', { changes: [], reason: 'x' }, 'institute'),
    event('mentorAssigned', { mentor: 'm' }, 'institute'),
    ...scoring,
    event('graduationDecided', { decision: 'passed', note: '', profile: profile(today) }, 'institute'),
    event('graduationDecided', { decision: 'deferred', note: '' }, 'institute'),
    event('remedialCompleted', { scores: {} }, 'institute'),
    event('postProfileRecorded', { profile: profile(today), reason: 'x' }, 'centre'),
    event('postProfileRecorded', { profile: profile(today, { M1: 1 }), reason: 'x' }, 'centre'),
    event('recommendationWritten', { items: ['x'] }, 'centre'),
    event('verdictConfirmed', {}, 'institute'),
    event('verdictReturned', { reason: 'x' }, 'institute'),
    event('feedbackReceived', { receivedOn: today }, 'agency'),
    event('roundsClosed', { reason: 'x' }, 'institute'),
    event('retestRecorded', { profile: profile(today) }, 'centre'),
    event('nextLevelPlanned', { actions: [] }, 'agency'),
    event('withdrawn', { reason: 'x' }, 'institute'),
    event('transferred', { toCohort: 'c', reason: 'x' }, 'institute'),
  ];
}

function neighbours(place: Place): Place[] {
  const offered = movesFrom(place).filter(({ type }) => place.result.allowedEvents.includes(type));
  const sent = offered.flatMap((event) => {
    const outcome = step(definition, place.result.stored, event, place.now);
    return outcome.ok ? [{ result: outcome.result, now: place.now, path: [...place.path, event.type] }] : [];
  });
  const later = waited(place);
  return later ? [...sent, later] : sent;
}

/** Time passes until something changes: reminders on the way are not steps of a path. */
function waited(place: Place): Place | null {
  let { result, now } = place;
  for (let reminders = 0; reminders < 12; reminders += 1) {
    const name = earliest(result);
    if (!name) return null;
    const { due } = result.stored.deadlines[name]!;
    now = due > now ? due : now;
    const outcome = fire(definition, result.stored, name, now);
    if (!outcome.ok) return null;
    result = outcome.result;
    const there = { result, now, path: [...place.path, name] };
    if (fingerprint(there) !== fingerprint(place)) return there;
  }
  return null;
}

function earliest({ stored }: StepResult): string | undefined {
  return Object.entries(stored.deadlines)
    .filter(([, row]) => row.status === 'armed')
    .map(([name, { due }]) => ({ name, due }))
    .sort((one, other) => (one.due + one.name < other.due + other.name ? -1 : 1))[0]?.name;
}

/** What tells two places apart: the state, and what decides on the steps from there. */
function fingerprint({ result }: Place): string {
  const { mentor, unplacedOn, windowFrom, ...context } = result.stored.machine.context as JourneyContext;
  const { scores, remedials, rounds, recommended, verdict, position } = context;
  const isBefore = /^(preAssessment|placement)/.test(result.state[0]!);
  const before = isBefore ? [mentor, unplacedOn !== null] : [];
  const after = [
    Object.keys(scores).length,
    remedials,
    rounds,
    recommended,
    verdict?.meetsStandard,
    position,
  ];
  return JSON.stringify([result.state, windowFrom !== null, before, after]);
}

function explore(input: Partial<ParticipantJourneyInput>): Map<string, string[]> {
  const { result, now } = Story.of(input);
  const reached = new Map<string, string[]>();
  const seen = new Set<string>();
  let wave: Place[] = [{ result, now, path: [] }];
  while (wave.length > 0) {
    const next: Place[] = [];
    for (const place of wave) {
      const key = fingerprint(place);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const leaf of place.result.state) if (!reached.has(leaf)) reached.set(leaf, place.path);
      next.push(...neighbours(place));
    }
    wave = next;
  }
  return reached;
}

/** States that are passed through within a step and never rested in. */
const PASSING = ['preAssessment.checkingReport', 'training.learning.joining', 'verdict.confirmed'];

const leaves = (node: AnyStateNode): string[] =>
  Object.values(node.states)
    .flatMap((child) => leaves(child as AnyStateNode))
    .concat(node.type === 'atomic' || node.type === 'final' ? [node.path.join('.')] : []);

describe('shortest ways', () => {
  const separate = explore({});
  const integrated = explore({ option: 'integrated' });
  const direct = explore(ASSESSMENT_COHORT);

  it('lead to every state in which a journey can rest', () => {
    const all = leaves(definition.machine.root).filter((path) => !PASSING.includes(path));
    expect([...separate.keys()].sort()).toEqual(all.sort());
  });

  it('never rest in a state that is only passed through', () => {
    for (const ways of [separate, integrated, direct]) {
      for (const path of PASSING) expect(ways.has(path)).toBe(false);
    }
  });

  it('with the integrated option never wait for a separate assessment', () => {
    expect([...integrated.keys()]).not.toContain('awaitingAssessment');
    expect([...integrated.keys()]).toEqual(
      expect.arrayContaining(['verdict.returned', 'completed', 'closed', 'awaitingRetest']),
    );
  });

  it('of an assessment without training never touch it', () => {
    expect(
      [...direct.keys()].filter((path) =>
        /^(preAssessment|placement|training|evaluation|remedial|awaiting(Start|Assessment))/.test(path),
      ),
    ).toEqual([]);
    expect(direct.get('completed')).toEqual([
      'postProfileRecorded',
      'recommendationWritten',
      'verdictConfirmed',
      'nextLevelPlanned',
    ]);
  });

  it('are as short as the rules allow', () => {
    expect([...separate.get('awaitingStart')!].sort()).toEqual([
      'mentorAssigned',
      'placementConfirmed',
      'profileRecorded',
    ]);
    expect(direct.get('awaitingRetest')!.slice(-2)).toEqual(['feedbackReceived', 'remediationEnds']);
  });
});
