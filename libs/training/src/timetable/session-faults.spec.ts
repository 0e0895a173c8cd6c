import type { Programme } from '#libs/curriculum';
import { faultsOfSession, type SessionPlace } from './session-faults.js';
import { sessionInput } from './session-input.js';

const programme: SessionPlace['programme'] = {
  code: 'PKA',
  courses: [
    { code: 'PKA-2a', stages: [{ stage: 'classical', hours: null }] } as Programme['courses'][number],
  ],
};
const cohort: SessionPlace['cohort'] = {
  startsOn: '2026-03-03',
  endsOn: '2026-06-24',
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

function faults(more: object, place: SessionPlace = { cohort, programme }): string[] {
  const session = { kind: 'class', date: '2026-05-04', start: '08:00', end: '09:00', ...more };
  return faultsOfSession(sessionInput.parse(session), place).map(({ path, code }) => `${path} ${code}`);
}
const course = { kind: 'course', course: 'PKA-2a', stage: 'classical' };

describe('a session', () => {
  it.each<[string, object, string[]]>([
    ['may be of a course in its stage, on the first day', course, []],
    ['and on the last', { ...course, date: '2026-06-12' }, []],
    ['not a day before', { ...course, date: '2026-05-03' }, ['date timetable.outside_stage']],
    ['not a day after', { ...course, date: '2026-06-13' }, ['date timetable.outside_stage']],
    ['may lie between the stages when it belongs to none', { date: '2026-06-20' }, []],
    ['lies within the training', { date: '2026-06-25' }, ['date timetable.outside_cohort']],
    ['ends after it begins', { start: '09.00', end: '09:00' }, ['end date.order']],
    ['names a course of the programme', { ...course, course: 'PKA-9a' }, ['course timetable.course_unknown']],
    [
      'in a stage in which it is taught',
      { ...course, stage: 'eLearning', date: '2026-04-01' },
      ['stage timetable.course_not_in_stage'],
    ],
    ['of a course names course and stage', { kind: 'course' }, ['course required', 'stage required']],
    ['for a class has no course', { course: 'PKA-2a' }, ['course value.not_applicable']],
    ['of coaching names its group', { kind: 'coaching' }, ['group required']],
    ['has a room or a link if it has a place', { place: {} }, ['place required']],
    ['names its trainer in one way', { trainer: { person: 'a', name: 'b' } }, ['trainer exactly_one_of']],
  ])('%s', (_, more, expected) => {
    expect(faults(more)).toEqual(expected);
  });

  it('of an assessment cohort without dates may be on any day, but in no stage', () => {
    const open = { cohort: { startsOn: null, endsOn: null, stages: null }, programme: null };
    expect(faults({}, open)).toEqual([]);
    expect(faults({ stage: 'classical' }, open)).toEqual(['stage value.not_applicable']);
  });

  it.each(['javascript:alert(1)', 'bukan tautan'])('takes no link such as %s', (link) => {
    const session = { kind: 'class', date: '2026-05-04', start: '08:00', end: '09:00', place: { link } };
    expect(sessionInput.safeParse(session).success).toBe(false);
  });
});
