import { MANAGERIAL, type Profile } from '#libs/competency';
import type { HistoryEntry } from '#libs/engine';
import type { DecisionQuestion } from './decision-question.js';
import { reportDecisions } from './report-decisions.js';

const report: Profile = {
  ratings: MANAGERIAL.map((competency) => ({ competency, level: 3 })),
  assessedOn: '2023-03-10',
  method: 'assessmentCentre',
  accredited: true,
  standardLevel: 3,
  purpose: 'mapping',
};

const entry = (type: string, data: HistoryEntry['data'], state: string): HistoryEntry => ({
  ...{ seq: 1, type, data, state: [state], redactedAt: null },
  ...{ at: '2026-01-20T03:00:00.000Z', actor: { id: 'a', role: 'institute' } },
});
const started = (more: object = {}): HistoryEntry =>
  entry('started', { startsOn: '2026-03-03', report: null, ...more }, 'preAssessment.assessing');
const recorded = (profile: Profile, state = 'placement.proposed'): HistoryEntry =>
  entry('profileRecorded', { profile }, state);

const context = {
  ...{ enteredOn: '2026-01-15', level: 3, zone: 'Asia/Jakarta', startsOn: '2026-04-01', reportCode: null },
  ...{ reportValidUntil: null, objectedOn: null, placementConfirmedOn: null, versions: { policy: 'spec' } },
};

function decide(history: HistoryEntry[], more: object = {}) {
  const policy = { assessment: { reportValidity: 'P3Y' }, journey: { objectionWorkingDays: 5 } };
  const question = {
    standing: { context: { ...context, ...more }, deadlines: [], allowedEvents: [] },
    knowledge: { settings: [], editions: { policy: [], programmes: [] } },
    lookup: { policy: () => policy },
    history,
  };
  return reportDecisions(question as unknown as DecisionQuestion);
}

describe('reports that a journey judged', () => {
  it('are judged by the start that was planned then, not by the one of today', () => {
    const moved = entry('cohortRescheduled', { startsOn: '2026-04-01' }, 'preAssessment.assessing');
    expect(decide([started(), recorded(report), moved])).toMatchObject([{ decision: 'reused' }]);
    expect(decide([started(), moved, recorded(report)])).toMatchObject([
      { decision: 'refused', numbers: { code: 'expired' } },
    ]);
  });

  it('on file at the start count too', () => {
    expect(decide([started({ report })])).toMatchObject([{ decision: 'reused', madeAt: started().at }]);
  });

  it('each has its own entry when the first was refused', () => {
    const refused = recorded({ ...report, accredited: false }, 'preAssessment.assessing');
    expect(decide([started(), refused, recorded(report)]).map(({ decision }) => decision)).toEqual([
      'refused',
      'reused',
    ]);
  });

  it('leave out results, and what was recorded after the placement', () => {
    const result = recorded({ ...report, assessedOn: '2026-01-18' });
    expect(decide([started(), result, recorded(report)])).toEqual([]);
  });

  it('name every condition that would have to be mended', () => {
    const bad: Profile = { ...report, assessedOn: '2022-01-01', accredited: false, standardLevel: 2 };
    const [decision] = decide([
      started(),
      recorded({ ...bad, ratings: bad.ratings.slice(1) }, 'preAssessment.assessing'),
    ]);
    expect(decision?.flip?.change).toMatchObject({
      changes: [
        { criterion: 'valid' },
        { criterion: 'accredited' },
        { criterion: 'level' },
        { criterion: 'complete' },
      ],
    });
    expect(decision?.flip?.text.en).toContain('it also rated M1');
  });

  it('say so when their data were erased, and keep what the journey still knows', () => {
    const erased: HistoryEntry = { ...recorded(report), data: null, redactedAt: '2026-02-01T00:00:00.000Z' };
    expect(decide([started(), erased], { reportValidUntil: '2026-03-09' })).toMatchObject([
      { decision: null, numbers: { validUntil: '2026-03-09' }, flip: null },
    ]);
  });
});
