import { join } from 'node:path';
import { ZONES, type Zone } from '#libs/calendar';
import { loadKnowledge, stepsFor, type ReminderPolicy, type ReminderStep } from '#libs/knowledge';
import { dueWithin, momentOf, owedSteps, stepKey, worthTelling, zonesWithMoments } from './owed-steps.js';

const knowledge = loadKnowledge(join(import.meta.dirname, '../../../../config'));
const calendar = [...knowledge.calendars.values()].at(-1)!;
const policy = [...knowledge.reminders.values()].at(-1)!;
const steps = stepsFor(policy, 'coachSession');
const EVER = { after: '2020-01-01T00:00:00.000Z', upTo: '2030-01-01T00:00:00.000Z' };
const WIB: Zone = 'Asia/Jakarta';
// A Wednesday, 23:59:59 in Jakarta.
const task = { due: '2026-09-16T16:59:59.000Z', zone: WIB, since: '2026-08-01T00:00:00.000Z' };
const step = (more: Partial<ReminderStep>): ReminderStep => ({
  ...{ when: 'before', period: 'P1D', to: 'person', at: '08:00', workingDays: false },
  ...more,
});

describe('the steps of the default policy', () => {
  it('fall a week and a day before, on the day, and three and seven days after, at eight local time', () => {
    expect(owedSteps(task, steps, calendar, EVER)).toEqual([
      { step: 'before:P7D:person', to: 'person', at: '2026-09-09T01:00:00.000Z' },
      { step: 'before:P1D:person', to: 'person', at: '2026-09-15T01:00:00.000Z' },
      { step: 'on:person', to: 'person', at: '2026-09-16T01:00:00.000Z' },
      { step: 'after:P3D:deputy', to: 'deputy', at: '2026-09-19T01:00:00.000Z' },
      { step: 'after:P7D:organisation', to: 'organisation', at: '2026-09-23T01:00:00.000Z' },
    ]);
  });

  it.each([
    ['Asia/Jakarta', '2026-09-16T01:00:00.000Z'],
    ['Asia/Makassar', '2026-09-16T00:00:00.000Z'],
    ['Asia/Jayapura', '2026-09-15T23:00:00.000Z'],
  ] as const)('fall at eight by the clocks of %s', (zone, at) => {
    expect(momentOf(step({ when: 'on', period: 'P0D' }), '2026-09-16', zone, calendar)).toBe(at);
  });

  it('are those of the kind where it has its own, and nothing of the default', () => {
    expect(stepsFor(policy, 'completeCourses').map(stepKey)).toEqual([
      'before:P3D:person',
      'before:P1D:person',
    ]);
  });
});

describe('working days, where a step asks for them', () => {
  it('move what would fall on a weekend before the due date to the Friday, and after it to the Monday', () => {
    // Due on a Monday and on a Wednesday.
    const before = momentOf(step({ workingDays: true }), '2026-09-14', WIB, calendar);
    const after = momentOf(
      step({ when: 'after', period: 'P3D', workingDays: true }),
      '2026-09-16',
      WIB,
      calendar,
    );
    expect([before, after]).toEqual(['2026-09-11T01:00:00.000Z', '2026-09-21T01:00:00.000Z']);
  });

  it('count holidays and collective leave as closed', () => {
    const holiday = calendar.holidays.find(({ date }) => date.startsWith('2026-08'))!;
    const [asked, not] = [true, false].map((workingDays) =>
      momentOf(step({ when: 'on', period: 'P0D', workingDays }), holiday.date, WIB, calendar),
    );
    expect(not?.slice(0, 10)).toBe(holiday.date);
    expect(asked! < not!).toBe(true);
  });
});

describe('what is owed', () => {
  const keys = (interval: { after: string; upTo: string }, since = task.since) =>
    owedSteps({ ...task, since }, steps, calendar, interval).map(({ step: key }) => key);

  it('lies after the last look and not after now', () => {
    const at = '2026-09-15T01:00:00.000Z';
    expect(keys({ after: '2026-09-15T00:59:59.999Z', upTo: at })).toEqual(['before:P1D:person']);
    expect(keys({ after: at, upTo: '2026-09-16T00:59:59.999Z' })).toEqual([]);
  });

  it('is nothing that lay before the task was opened or its date was moved', () => {
    expect(keys(EVER, '2026-09-15T09:00:00.000Z')).toEqual([
      'on:person',
      'after:P3D:deputy',
      'after:P7D:organisation',
    ]);
  });

  it('after a standstill is told by its latest step to each', () => {
    const owed = owedSteps(task, steps, calendar, EVER);
    expect([...worthTelling(owed)].map(({ step: key }) => key)).toEqual([
      'on:person',
      'after:P3D:deputy',
      'after:P7D:organisation',
    ]);
  });
});

describe('the times at which anything can be owed', () => {
  it('are those at which a clock passes a time of the policy', () => {
    const zones = (after: string, upTo: string) => zonesWithMoments(policy, ZONES, { after, upTo });
    expect(zones('2026-09-15T00:59:00.000Z', '2026-09-15T01:00:00.000Z')).toEqual(['Asia/Jakarta']);
    expect(zones('2026-09-15T01:00:00.000Z', '2026-09-15T22:59:59.000Z')).toEqual([]);
    expect(zones('2026-09-14T22:00:00.000Z', '2026-09-15T00:00:00.000Z')).toEqual([
      'Asia/Makassar',
      'Asia/Jayapura',
    ]);
    expect(zones('2026-09-10T02:00:00.000Z', '2026-09-15T00:00:00.000Z')).toEqual([...ZONES]);
  });

  it('never leave out a due date of which a step falls within, in any zone', () => {
    const all: ReminderPolicy['steps']['default'] = [
      ...policy.steps.default,
      ...Object.values(policy.steps.kinds).flat(),
    ];
    for (const zone of ZONES) {
      for (const dueOn of ['2026-03-25', '2026-09-16', '2026-12-28']) {
        for (const one of all) {
          const at = momentOf(one, dueOn, zone, calendar);
          const { from, to } = dueWithin(policy, { after: at, upTo: at });
          const due = new Date(Date.parse(`${dueOn}T00:00:00Z`)).toISOString();
          expect([stepKey(one), due >= from && due <= to]).toEqual([stepKey(one), true]);
        }
      }
    }
  });
});
