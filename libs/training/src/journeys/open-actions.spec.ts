import { openActions } from './open-actions.js';

describe('the actions that are open to a reader', () => {
  it('begin with what the journey waits for', () => {
    const actions = openActions(
      ['assignmentChanged', 'placementConfirmed', 'withdrawn'],
      'confirmPlacement',
      'id',
    );
    expect(actions.map(({ event, isNext }) => [event, isNext])).toEqual([
      ['placementConfirmed', true],
      ['assignmentChanged', false],
      ['withdrawn', false],
    ]);
    expect(actions[0]?.label).toBe('Tetapkan penempatan');
  });

  it('know the steps that several tasks make up', () => {
    const actions = openActions(['withdrawn', 'mentorAssigned'], 'assignCompanions', 'en');
    expect(actions.map(({ isNext }) => isNext)).toEqual([true, false]);
  });

  it('stay as they are while nothing but time is waited for', () => {
    const actions = openActions(['withdrawn', 'assignmentChanged'], 'awaitAssessment', 'en');
    expect(actions.map(({ event, isNext }) => [event, isNext])).toEqual([
      ['withdrawn', false],
      ['assignmentChanged', false],
    ]);
  });
});
