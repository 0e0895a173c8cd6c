import { attendanceSummary } from './attendance-summary.js';
import type { Member } from './members.js';
import type { SessionRow } from './session.js';

const NOW = '2026-05-10T00:00:00.000Z';

function member(journeyId: string, ...courses: string[]): Member {
  const plan = courses.map((course) => ({ course, stage: 'classical' as const }));
  const nowhere = { classes: [], group: null, coachId: null };
  return { journeyId, personId: journeyId, name: journeyId, cohortId: 'c', ...nowhere, courses: plan };
}

function session(id: string, course: string | null, more: Partial<SessionRow> = {}): SessionRow {
  return {
    ...{ id, orgId: 'o', cohortId: 'c', kind: course === null ? 'class' : 'course', course },
    ...{ stage: course === null ? null : 'classical', class: null, group: null, title: null },
    ...{ startsAt: '2026-05-04T00:00:00.000Z', endsAt: '2026-05-04T02:00:00.000Z', room: null, link: null },
    ...{ trainerId: null, trainerName: null, capacity: null, cohortName: 'C', zone: 'Asia/Jakarta' },
    ...{ pathway: 'flexible', programme: 'PKA', programmes: 't', revision: 1, cancelledAt: null },
    ...{ cancelReason: null, recorded: 0 },
    ...more,
  };
}

const was = (sessionId: string, journeyId: string, present: boolean) => ({
  ...{ sessionId, journeyId, present, note: null, actorId: 'x', recordedAt: NOW },
});

describe('attendance', () => {
  const members = [member('ani', 'PKA-1a', 'PKA-2a'), member('budi', 'PKA-2a')];
  const sessions = [
    session('s1', 'PKA-1a'),
    session('s2', 'PKA-2a'),
    session('s3', 'PKA-2a'),
    session('s4', null),
    session('later', 'PKA-2a', { startsAt: '2026-05-11T00:00:00.000Z' }),
  ];
  const recorded = [
    was('s2', 'ani', true),
    was('s2', 'budi', false),
    was('s1', 'budi', true),
    was('s3', 'ani', true),
  ];
  const { courses, people, sessions: begun } = attendanceSummary(sessions, members, recorded, NOW);

  it('counts what has begun, by course over everybody', () => {
    expect(begun).toBe(4);
    expect(courses).toEqual([
      {
        kind: 'class',
        course: null,
        stage: null,
        sessions: 1,
        expected: 2,
        present: 0,
        absent: 0,
        unrecorded: 2,
      },
      {
        kind: 'course',
        course: 'PKA-1a',
        stage: 'classical',
        sessions: 1,
        expected: 1,
        present: 1,
        absent: 0,
        unrecorded: 1,
      },
      {
        kind: 'course',
        course: 'PKA-2a',
        stage: 'classical',
        sessions: 2,
        expected: 4,
        present: 2,
        absent: 1,
        unrecorded: 1,
      },
    ]);
  });

  it('counts each person only where his plan or his presence puts him', () => {
    const [ani, budi] = people;
    expect(ani).toMatchObject({ journeyId: 'ani', expected: 4, present: 2, absent: 0, unrecorded: 2 });
    expect(budi).toMatchObject({ journeyId: 'budi', expected: 3, present: 1, absent: 1, unrecorded: 2 });
    // A guest in PKA-1a: there without having had to come.
    const guest = budi?.courses.find(({ course }) => course === 'PKA-1a');
    expect(guest).toMatchObject({ sessions: 1, expected: 0, present: 1, unrecorded: 0 });
  });
});
