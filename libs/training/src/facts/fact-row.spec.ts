import { readFactRow } from './fact-row.js';

const TODAY = '2026-07-01';
const NIP = '198001012005011001';
const read = (cells: Record<string, string>) => {
  const reading = readFactRow({ row: 2, cells: { nip: NIP, date: '05/03/2026', ...cells } }, TODAY);
  return reading.ok ? reading.value : reading.faults.map(({ column, code }) => `${column ?? ''} ${code}`);
};

describe('a dated fact', () => {
  it.each<[Record<string, string>, object]>([
    [{ event: 'enrolled' }, {}],
    [{ event: 'Placement Confirmed', note: 'ok' }, { note: 'ok' }],
    [{ event: 'penempatan ditetapkan', note: 'ok' }, { note: 'ok' }],
    [
      { event: 'courseCompleted', course: 'PKA-2a', stage: 'selfLearning', score: '85,5' },
      { course: 'PKA-2a', stage: 'selfLearning', score: 85.5, completedOn: '2026-03-05' },
    ],
    [
      { event: 'briefingCompleted', person: 'coach', role: 'coach', topics: 'assessmentUse, ksaMatrix' },
      { person: 'coach', role: 'coach', heldOn: '2026-03-05', topics: ['assessmentUse', 'ksaMatrix'] },
    ],
    [
      { event: 'stageEvaluated', stage: 'selfLearning', score: '70', passed: 'tidak' },
      { stage: 'selfLearning', score: 70, passed: false },
    ],
    [
      { event: 'componentScored', component: 'academic', score: '80', by: '197206061997062906' },
      { component: 'academic', score: 80 },
    ],
  ])('%j tells %j', (cells, payload) => {
    expect(read(cells)).toMatchObject({ on: '2026-03-05', payload });
  });

  it.each([
    [{ event: 'danced' }, ['event value.unknown']],
    [{ event: 'enrolled', date: '02/07/2026' }, ['date fact.in_future']],
    [{ event: 'courseCompleted', course: 'PKA-2a' }, ['stage value.missing']],
    [{ event: 'componentScored', component: 'academic', score: '80' }, ['by value.missing']],
    [{ event: 'componentScored', component: 'academic', score: '180', by: NIP }, ['score score.invalid']],
    [{ event: 'enrolled', nip: '1.98E+17' }, ['nip nip.exponent']],
  ])('%j is refused with %j', (cells, faults) => {
    expect(read(cells)).toEqual(faults);
  });

  it('carries a whole profile where it tells of one', () => {
    const cells = { event: 'profileRecorded', assessedOn: '01/04/2025', method: 'SJT', centreCode: 'PAC-01' };
    const more = { accredited: 'ya', standardLevel: '3', purpose: 'Pemetaan', M1: '3' };
    expect(read({ ...cells, ...more })).toMatchObject({
      payload: {
        profile: { assessedOn: '2025-04-01', method: 'sjt', ratings: [{ competency: 'M1', level: 3 }] },
      },
    });
    expect(read(cells)).toEqual(
      expect.arrayContaining(['accredited value.missing', 'standardLevel value.missing']),
    );
  });
});
