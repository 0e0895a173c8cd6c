import fc from 'fast-check';
import {
  assessmentPolicy,
  analysisOf,
  catalogue,
  curriculumPolicy,
  pka,
  questionOf,
} from '../pka.fixture.js';
import { CLUSTER_BASES, type ClusterBasis } from '../pathway.js';
import { planFor } from '../plan-for.js';
import { explainClass, type ClassQuestion } from './explain-class.js';
import { analysisOfFour, assessed, changed, within, type Assessed } from './explain.fixture.js';

const ask = (change: Partial<ClassQuestion>): ClassQuestion => ({
  ...questionOf({ pathway: 'cluster' }),
  ...{ purpose: 'mapping', assessment: assessmentPolicy },
  ...change,
});

describe('why a class', () => {
  it('by family: the shares, and the change that proposes another class', () => {
    const explained = explainClass(ask({ clusterBy: 'family', analysis: analysisOf({ M3: 2, M7: 1 }) }));
    expect(explained).toMatchObject({ basis: 'family', value: 'organisation', setByInstitute: false });
    expect(explained?.family?.shares[0]).toEqual({ family: 'organisation', gap: 2, standard: 9 });
    // Two of nine are less than two of the six that managing oneself asks.
    expect(explained?.flip).toMatchObject({ to: 'self', steps: 2 });
  });

  it('by category: the match and its bounds', () => {
    const explained = explainClass(ask({ clusterBy: 'category', analysis: analysisOf({ M3: 2, M7: 1 }) }));
    expect(explained).toMatchObject({
      value: 'B',
      category: { jobPersonMatch: { attained: 21, standard: 24 } },
    });
    expect(explained?.flip).toMatchObject({ to: 'A', steps: 1 });
  });

  it('set by the institute: says so, and still what the data propose', () => {
    const explained = explainClass(ask({ clusterBy: 'category', class: 'C' }));
    expect(explained).toMatchObject({ value: 'C', proposed: 'B', setByInstitute: true });
  });

  it('is none outside the cluster pathway', () => {
    expect(explainClass(ask({ pathway: 'flexible' }))).toBeNull();
  });
});

describe('why a class, properties', () => {
  const question = (one: Assessed, clusterBy: ClusterBasis): ClassQuestion => ({
    ...{ programme: pka, pathway: 'cluster', clusterBy, analysis: analysisOfFour(one) },
    ...{ catalogue, policy: curriculumPolicy, purpose: one.purpose, assessment: one.policy },
  });
  const proposedFor = (one: Assessed, basis: ClusterBasis) => planFor(question(one, basis)).cluster ?? null;

  it('property: the stated change proposes the class that it says', () => {
    fc.assert(
      fc.property(assessed, fc.constantFrom(...CLUSTER_BASES), (one, basis) => {
        const { proposed, flip } = explainClass(question(one, basis))!;
        expect(proposed).toBe(proposedFor(one, basis));
        expect(flip).not.toBeNull();
        expect(flip!.to).not.toBe(proposed);
        expect(proposedFor(changed(one, flip!.changes), basis)).toBe(flip!.to);
      }),
    );
  });

  it('property: no smaller change of levels, whichever, proposes another class', () => {
    fc.assert(
      fc.property(assessed, fc.constantFrom(...CLUSTER_BASES), (one, basis) => {
        const { proposed, flip } = explainClass(question(one, basis))!;
        const others = [...within(one, flip!.steps - 1)];
        expect(others.filter((other) => proposedFor(other, basis) !== proposed)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
