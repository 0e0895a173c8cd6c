import { fileURLToPath } from 'node:url';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import type { JourneyContext } from '#libs/journeys';
import { gapsAfterTraining, improvementView, toldTo } from './after-training-view.js';

const knowledge = lookupIn(loadKnowledge(fileURLToPath(new URL('../../../../config', import.meta.url))));
const profile = (method: string, level: number) => ({
  ...{ on: '2027-03-01', ratings: { M1: [level] }, method, purpose: 'mapping', accredited: true },
  standardLevel: 3,
});
const context = (confirmedOn: string | null) =>
  ({
    ...{ level: 3, confirmedOn, baseline: profile('sjt', 2) },
    assessment: { profile: profile('assessmentCentre', 3) },
    versions: { policy: '2026.1', calendar: '2026.1', catalogue: '2026.1', programmes: '2026.1' },
  }) as unknown as JourneyContext;
const [CENTRE, PARTICIPANT] = [{ seesProposedVerdict: true }, { seesProposedVerdict: false }];

describe('the assessment after training', () => {
  it('is read by participant and agency when a person has confirmed the verdict, not before', () => {
    expect(gapsAfterTraining(context(null), PARTICIPANT, knowledge)).toBeNull();
    expect(improvementView(context(null), PARTICIPANT, 'en')).toBeNull();
    expect(gapsAfterTraining(context('2027-03-03'), PARTICIPANT, knowledge)).not.toBeNull();
    expect(gapsAfterTraining(context(null), CENTRE, knowledge)).not.toBeNull();
  });

  it('of a re-test that waits is no news yet: participant and agency keep what was confirmed last', () => {
    const [pending, settled] = [context(null), context('2027-03-03')];
    expect(toldTo(PARTICIPANT, pending, settled)).toBe(settled);
    expect(toldTo(CENTRE, pending, settled)).toBe(pending);
    expect(toldTo(PARTICIPANT, pending, null)).toBe(pending);
  });

  it('shows the change with a caution where another method was used before', () => {
    expect(improvementView(context(null), CENTRE, 'en')).toMatchObject({
      competencies: [{ competency: 'M1', before: 2, after: 3, change: 1 }],
      caution: expect.stringMatching(/^The methods differ/),
    });
  });

  it('is nothing before there is one', () => {
    const none = { ...context(null), assessment: null };
    expect([gapsAfterTraining(none, CENTRE, knowledge), improvementView(none, CENTRE, 'id')]).toEqual([
      null,
      null,
    ]);
  });
});
