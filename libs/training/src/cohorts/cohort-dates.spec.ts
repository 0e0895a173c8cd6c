import fc from 'fast-check';
import { faultOfDates } from '#libs/journeys';
import { addDays } from '#libs/calendar';
import { STAGES } from '#libs/curriculum';
import { faultsOfDates, type CohortDates } from './cohort-dates.js';

const TODAY = '2026-02-02';
const GOOD: CohortDates = {
  startsOn: '2026-03-02',
  endsOn: '2026-06-26',
  stages: [
    { stage: 'selfLearning', from: '2026-03-02', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-14', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-26' },
  ],
};
const faults = (change: Partial<CohortDates>) =>
  faultsOfDates({ ...GOOD, ...change }, TODAY).map(({ path, code }) => `${path} ${code}`);
const stages = (index: number, change: object) =>
  GOOD.stages.map((stage, at) => (at === index ? { ...stage, ...change } : stage));

describe("a cohort's dates", () => {
  it('are good when the stages follow each other within the training, up to its very last day', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[Partial<CohortDates>, string]>([
    [{ startsOn: '2026-02-30' }, 'startsOn date.invalid'],
    [{ stages: stages(1, { to: '2026-04-31' }) }, 'stages[1].to date.invalid'],
    [{ startsOn: '2020-02-01', endsOn: '2020-03-01' }, 'startsOn date.out_of_range'],
    [{ startsOn: '2031-02-03', endsOn: '2031-03-01' }, 'startsOn date.out_of_range'],
    [{ endsOn: '2029-12-31' }, 'endsOn date.out_of_range'],
    [{ endsOn: '2026-03-01' }, 'endsOn date.order'],
    [{ stages: GOOD.stages.slice(1) }, 'stages stage.missing'],
    [{ stages: [...GOOD.stages, ...GOOD.stages.slice(2)] }, 'stages[3].stage stage.duplicated'],
    [{ stages: stages(0, { from: '2026-03-01' }) }, 'stages[0].from stage.outside'],
    [{ stages: stages(2, { to: '2026-06-27' }) }, 'stages[2].to stage.outside'],
    [{ stages: stages(1, { from: '2026-03-13' }) }, 'stages[1].from stage.overlap'],
    [{ stages: stages(0, { to: '2026-03-01' }) }, 'stages[0].to date.order'],
    [{ stages: [...GOOD.stages].reverse() }, 'stages[1].stage stage.order'],
  ])('%j: %s', (change, expected) => {
    expect(faults(change)).toContain(expected);
  });

  it('are judged as the journey itself judges them', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-03-01', days));
    const stage = fc.record({ stage: fc.constantFrom(...STAGES), from: day, to: day });
    const dates = fc.record({ startsOn: day, endsOn: day, stages: fc.array(stage, { maxLength: 4 }) });
    fc.assert(
      fc.property(
        dates,
        (given) => (faultsOfDates(given, TODAY).length === 0) === (faultOfDates(given) === null),
      ),
    );
  });
});
