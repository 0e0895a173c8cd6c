import { participantJourneyEvents, participantJourneyInput, type EventType } from '#libs/journeys';
import { ASSESSMENT_COHORT, COHORT, profile } from './dsl/fixtures.js';

const faults = (input: object) =>
  participantJourneyInput.safeParse(input).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('the input of a journey', () => {
  it('is whole for training and for assessment only', () => {
    expect(faults(COHORT)).toEqual([]);
    expect(faults(ASSESSMENT_COHORT)).toEqual([]);
    expect(faults({ ...ASSESSMENT_COHORT, entry: 'alumnus' })).toEqual([]);
    expect(faults({ ...COHORT, entry: 'alumnus' })).toEqual([]);
  });

  it.each([
    ['entry', { ...ASSESSMENT_COHORT, entry: 'incumbent' }],
    ['entry', { ...COHORT, entry: 'assessmentOnly' }],
    ['programme', { ...COHORT, programme: null }],
    ['pathway', { ...COHORT, pathway: null }],
    ['stages', { ...COHORT, stages: null }],
    ['stages', { ...COHORT, stages: COHORT.stages!.slice(1) }],
    ['stages', { ...COHORT, startsOn: '2026-09-08' }],
    ['level', { ...COHORT, level: 6 }],
    ['enteredOn', { ...COHORT, enteredOn: '2026-02-30' }],
  ])('names what is wrong with %s', (path, input) => {
    expect(faults(input)).toContain(path);
  });
});

describe('payloads', () => {
  const accepts = (type: EventType, payload: object) =>
    participantJourneyEvents[type].payload.safeParse(payload).success;
  const rated = profile('2026-08-03');

  it.each([
    ['profileRecorded', { profile: rated }, true],
    ['profileRecorded', { profile: { ...rated, ratings: [] } }, false],
    ['profileRecorded', { profile: { ...rated, ratings: [rated.ratings[0], rated.ratings[0]] } }, false],
    ['profileRecorded', { profile: { ...rated, ratings: [{ competency: 'M1', level: 6 }] } }, false],
    [
      'profileRecorded',
      {
        profile: {
          ...rated,
          ratings: [{ competency: 'M1', level: 2, indicatorsMet: 4, indicatorsTotal: 3 }],
        },
      },
      false,
    ],
    ['componentScored', { component: 'academic', score: 100 }, true],
    ['componentScored', { component: 'academic', score: 100.5 }, false],
    ['componentScored', { component: 'luck', score: 50 }, false],
    ['withdrawn', { reason: ' ' }, false],
    ['withdrawn', { reason: 'pindah' }, true],
    ['briefingCompleted', { person: 'c', role: 'coach', heldOn: '2026-08-03', topics: [] }, false],
    ['rescheduled', { deadline: 'x', due: '2026-13-01', reason: 'x' }, false],
    ['rescheduled', { deadline: 'x', due: '2026-12-01T00:00:00+09:00', reason: 'x' }, true],
    ['courseCompleted', { course: 'PKA-2', stage: 'selfLearning', completedOn: '2026-08-03' }, false],
    ['placementRevised', { changes: [{ op: 'setClass' }], reason: 'x' }, false],
    ['remedialCompleted', { scores: { academic: 80 } }, true],
    ['remedialCompleted', { scores: { luck: 80 } }, false],
  ] as [EventType, object, boolean][])('%s %j: %s', (type, payload, accepted) => {
    expect(accepts(type, payload)).toBe(accepted);
  });
});
