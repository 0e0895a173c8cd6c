import { join } from 'node:path';
import type { AnyStateNode } from 'xstate';
import { participantJourneyV1 } from '#libs/journeys';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import { diagramOf, statePaths, walkOf, type AnyDefinition, type WalkedStep } from './index.js';
import { loan } from './loan.fixture.js';

const config = join(import.meta.dirname, '..', '..', '..', 'config');
const journey = participantJourneyV1(lookupIn(loadKnowledge(config)));

/** Straight off the machine, another way than the diagram reads it: every ordered pair of states that a transition joins. */
function joined({ machine }: AnyDefinition): Set<string> {
  const pairs = new Set<string>();
  const visit = (node: AnyStateNode) => {
    const all = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
    for (const { source, target } of all)
      for (const to of target ?? [])
        if (to !== source && source !== machine.root)
          pairs.add(`${source.path.join('.')}>${to.path.join('.')}`);
    for (const child of Object.values(node.states)) visit(child as AnyStateNode);
  };
  visit(machine.root as AnyStateNode);
  return pairs;
}

describe.each([
  ['the journey', journey as AnyDefinition],
  ['a loan', loan as unknown as AnyDefinition],
])('the diagram of %s', (_, definition) => {
  const { nodes, edges, anywhere } = diagramOf(definition);
  const ids = new Set(nodes.map(({ id }) => id));

  it('has every state, each within the one that holds it', () => {
    expect([...ids].sort()).toEqual(statePaths(definition).sort());
    for (const { id, parent } of nodes)
      expect(parent).toBe(id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null);
  });

  it('has an edge for every way between two states, and both its ends', () => {
    expect(new Set(edges.map(({ from, to }) => `${from}>${to}`))).toEqual(joined(definition));
    for (const { from, to } of edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  });

  it('names what takes one along: events and deadlines that the definition knows', () => {
    for (const { by } of [...edges, ...anywhere]) {
      if (by.kind === 'event') expect(Object.keys(definition.events)).toContain(by.name);
      if (by.kind === 'deadline') expect(Object.keys(definition.dues)).toContain(by.name);
      if (by.kind === 'rule') expect(by.name).toBeNull();
    }
  });

  it('leaves out what goes nowhere, and keeps what leads out of everything apart', () => {
    expect(edges.filter(({ from, to }) => from === to)).toEqual([]);
    expect(anywhere.length).toBeGreaterThan(0);
    for (const { to } of anywhere) expect(ids).toContain(to);
  });
});

describe('the diagram of the journey', () => {
  const diagram = diagramOf(journey);
  const node = (id: string) => diagram.nodes.find((one) => one.id === id);

  it('tells regions side by side, groups, ends and what is only passed', () => {
    expect(node('training')?.kind).toBe('parallel');
    expect(node('training.coaching')?.isInitial).toBe(true);
    expect(node('evaluation')?.kind).toBe('group');
    expect(node('completed')?.kind).toBe('end');
    expect(diagram.nodes.filter(({ isPassing }) => isPassing).map(({ id }) => id)).toEqual([
      'preAssessment.checkingReport',
      'training.learning.joining',
      'verdict.confirmed',
    ]);
    expect(diagram.anywhere.map(({ to }) => to)).toEqual(['withdrawn', 'transferred']);
  });

  const at = (day: string) => `2026-${day}T00:00:00.000Z`;
  const event = (name: string, day: string, ...state: string[]): WalkedStep => ({
    by: { kind: 'event', name },
    at: at(day),
    state,
  });
  const due = (name: string, day: string, ...state: string[]): WalkedStep => ({
    by: { kind: 'deadline', name },
    at: at(day),
    state,
  });
  const TRAINING = ['training.coaching', 'training.mentoring'];
  const LIFE = [
    event('started', '02-01', 'preAssessment.assessing'),
    event('profileRecorded', '02-03', 'placement.proposed'),
    event('coachAssigned', '02-04', 'placement.proposed'),
    event('placementConfirmed', '02-05', 'placement.confirmed'),
    due('objectionCloses', '02-12', 'awaitingStart'),
    due('trainingStarts', '03-02', 'training.learning.selfLearning', ...TRAINING),
    due('stageEnds.selfLearning', '03-20', 'training.learning.workplace', ...TRAINING),
    due('stageStarts.eLearning', '03-24', 'training.learning.eLearning', ...TRAINING),
    due('stageEnds.eLearning', '04-03', 'training.learning.workplace', ...TRAINING),
    due('trainingEnds', '04-24', 'evaluation.scoring'),
    event('componentScored', '04-27', 'evaluation.deciding'),
    event('graduationDecided', '04-28', 'verdict.proposed'),
    event('verdictConfirmed', '04-30', 'belowStandard'),
  ];

  it('is walked over rules too, and past what is only passed', () => {
    const { edges } = walkOf(diagram, LIFE);
    expect(edges.map(({ id }) => id)).toEqual([
      'preAssessment.checkingReport>preAssessment.assessing:rule:',
      'preAssessment.assessing>placement:event:profileRecorded',
      'placement.proposed>placement.confirmed:event:placementConfirmed',
      'placement.confirmed>awaitingStart:deadline:objectionCloses',
      'awaitingStart>training:deadline:trainingStarts',
      'training.learning.joining>training.learning.selfLearning:rule:',
      'training.learning.selfLearning>training.learning.workplace:deadline:stageEnds.selfLearning',
      'training.learning.workplace>training.learning.eLearning:deadline:stageStarts.eLearning',
      'training.learning.eLearning>training.learning.workplace:deadline:stageEnds.eLearning',
      'training>evaluation:deadline:trainingEnds',
      'evaluation.scoring>evaluation.deciding:rule:',
      'evaluation.deciding>verdict:event:graduationDecided',
      'verdict.proposed>verdict.confirmed:event:verdictConfirmed',
      'verdict.confirmed>belowStandard:rule:',
    ]);
  });

  it('tells when each state was entered first and left last, and how often', () => {
    const { nodes } = walkOf(diagram, LIFE);
    const visit = (id: string) => nodes.find((one) => one.id === id);
    expect(visit('preAssessment.checkingReport')).toEqual({
      ...{ id: 'preAssessment.checkingReport', enteredAt: at('02-01'), leftAt: at('02-01'), times: 1 },
    });
    expect(visit('training.learning.workplace')).toMatchObject({
      ...{ enteredAt: at('03-20'), leftAt: at('04-24'), times: 2 },
    });
    expect(visit('training')).toMatchObject({ enteredAt: at('03-02'), leftAt: at('04-24'), times: 1 });
    expect(visit('verdict.confirmed')).toMatchObject({ enteredAt: at('04-30'), leftAt: at('04-30') });
    expect(visit('belowStandard')).toMatchObject({ enteredAt: at('04-30'), leftAt: null });
    expect(visit('competent')).toBeUndefined();
  });

  it('is not walked by what stays where it is', () => {
    const before = walkOf(diagram, LIFE.slice(0, 2));
    const after = walkOf(diagram, LIFE.slice(0, 3));
    expect(after).toEqual(before);
  });
});
