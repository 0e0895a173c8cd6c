import { CohortWorld, levels } from './cohort-world.js';
import { moveClock, text, type Json } from './public-api.js';
import { PEOPLE } from './sheets.js';

interface Row {
  name: string;
  due: string;
  why: string;
  status: string;
}

interface Moved {
  journeyId: string;
  name: string;
  from: string;
  to: string | null;
}

interface Answer {
  moved: Moved[];
  notices: {
    total: number;
    byRole: Record<string, number>;
    items: { to: string; journeyId: string; participant: string | null }[];
  };
}

const stages = (...dates: [string, string][]) =>
  (['selfLearning', 'eLearning', 'classical'] as const).map((stage, index) => ({
    stage,
    from: dates[index]?.[0] ?? '',
    to: dates[index]?.[1] ?? '',
  }));

/** Ended in February, in May, and in July: at one time their people stand everywhere on the way. */
const EARLY = {
  ...{ name: 'PKA Awal', startsOn: '2026-02-09', endsOn: '2026-02-27' },
  stages: stages(['2026-02-09', '2026-02-13'], ['2026-02-16', '2026-02-20'], ['2026-02-23', '2026-02-27']),
};
const MIDDLE = {
  ...{ name: 'PKA Tengah', startsOn: '2026-04-06', endsOn: '2026-05-22' },
  stages: stages(['2026-04-06', '2026-04-17'], ['2026-04-20', '2026-05-01'], ['2026-05-04', '2026-05-22']),
};
const LATE = {
  ...{ name: 'PKA Akhir', startsOn: '2026-06-01', endsOn: '2026-07-17' },
  stages: stages(['2026-06-01', '2026-06-12'], ['2026-06-15', '2026-06-26'], ['2026-07-06', '2026-07-17']),
};

const GAP = levels(3, { M3: 1 });
const BEGAN = '2026-02-02';
const NOW = '2026-06-10';
const OWN = { nip: PEOPLE.peserta.nip, name: PEOPLE.peserta.name, birthDate: '1981-01-01' };

/** The end of a cohort's training moves by a month, with people of the cohort in every state, before everybody's eyes. */
describe('moving the end of a cohort by a month', () => {
  let world: CohortWorld;
  const cohorts = { early: '', middle: '', late: '' };
  const people = {
    ...{ open: '', remediation: '', completed: '', withdrawn: '' },
    ...{ waiting: '', scoring: '', deferred: '' },
    ...{ training: '', unplaced: '' },
  };

  const place = async (...ids: string[]) => {
    for (const id of ids) await world.isPlaced(id, GAP, BEGAN);
  };
  const pass = async (...ids: string[]) => {
    for (const id of ids) {
      await world.isScored(id);
      await world.sent('lembaga', id, 'graduationDecided', { decision: 'passed', note: 'Lulus' });
    }
  };

  beforeAll(async () => {
    world = await CohortWorld.begin();
    const flexible = { pathway: 'flexible' };
    cohorts.early = await world.opens({ ...flexible, ...EARLY });
    cohorts.middle = await world.opens({ ...flexible, ...MIDDLE });
    cohorts.late = await world.opens({ ...flexible, ...LATE });
    [people.open = '', people.remediation = '', people.completed = '', people.withdrawn = ''] =
      await world.enrols(cohorts.early, [{}, {}, {}, {}]);
    [people.waiting = '', people.scoring = '', people.deferred = ''] = await world.enrols(cohorts.middle, [
      {},
      {},
      {},
    ]);
    [people.training = '', people.unplaced = ''] = await world.enrols(cohorts.late, [OWN, {}]);
    await place(people.open, people.remediation, people.completed);
    await world.sent('lembaga', people.withdrawn, 'withdrawn', { reason: 'Alih tugas' });
    await place(people.waiting, people.scoring, people.deferred, people.training);
    const assignments = [{ journeyIds: [people.training], coach: 'coach', group: 'Satu', mentor: 'mentor' }];
    await world.as.lembaga.expect(
      200,
      world.as.lembaga.post(`/cohorts/${cohorts.late}/assignments`, { assignments }),
    );
    await world.movesTo('2026-03-02');
    await pass(people.open, people.remediation, people.completed);
    await world.movesTo('2026-05-28');
    await world.isAssessed(people.completed, levels(3), '2026-05-28');
    await world.isAssessed(people.remediation, GAP, '2026-05-28');
    for (const id of [people.completed, people.remediation]) await world.isConfirmed(id);
    await world.sent('instansi', people.completed, 'nextLevelPlanned', { actions: ['Penugasan'] });
    await world.sent('instansi', people.remediation, 'feedbackReceived', { receivedOn: '2026-05-28' });
    await pass(people.waiting);
    await world.isScored(people.deferred);
    await world.sent('lembaga', people.deferred, 'graduationDecided', {
      decision: 'deferred',
      note: 'Ulang',
    });
    await world.movesTo(NOW);
  });
  afterAll(() => world.end());

  const everything = async (): Promise<Record<string, Json>> => {
    const ids = Object.values(people);
    const read = await Promise.all(ids.map((id) => world.journey(id)));
    return Object.fromEntries(ids.map((id, index) => [id, read[index]?.['deadlines'] as Json]));
  };
  const rowsOf = (deadlines: Record<string, Json>, id: string) => deadlines[id] as unknown as Row[];
  const move = async (cohort: string, body: object) => {
    const answer = world.as.lembaga.patch(`/cohorts/${cohort}`, { reason: 'Gedung dipakai', ...body });
    return (await world.as.lembaga.expect(200, answer)) as unknown as Answer;
  };
  /** Everything that differs between two readings of all deadlines. */
  const differences = (before: Record<string, Json>, after: Record<string, Json>): Moved[] =>
    Object.values(people).flatMap((journeyId) => {
      const old = new Map(rowsOf(before, journeyId).map((row) => [row.name, row]));
      expect(rowsOf(after, journeyId).map(({ name }) => name)).toEqual([...old.keys()]);
      return rowsOf(after, journeyId).flatMap((row) => {
        const was = old.get(row.name);
        if (JSON.stringify(was) === JSON.stringify(row)) return [];
        expect([was?.status, row.status]).toEqual(['armed', 'armed']);
        return [{ journeyId, name: row.name, from: was?.due ?? '', to: row.due }];
      });
    });
  /** Whose and which, from when to when; what each is called is the answer's own. */
  const inOrder = (moved: Moved[]) =>
    moved.map(({ journeyId, name, from, to }) => JSON.stringify({ journeyId, name, from, to })).sort();
  const told = (answer: Answer) =>
    answer.notices.items.map(({ to, journeyId }) => `${to} ${nameOf(journeyId)}`).sort();
  const nameOf = (journeyId: string) =>
    Object.entries(people).find(([, id]) => id === journeyId)?.[0] ?? journeyId;

  it('begins with people in every state', async () => {
    const states = await Promise.all(
      Object.entries(people).map(async ([name, id]) => [name, (await world.stateOf(id))[0]]),
    );
    expect(Object.fromEntries(states)).toEqual({
      ...{ open: 'assessmentWindow.open', remediation: 'remediation', completed: 'completed' },
      ...{ withdrawn: 'withdrawn', waiting: 'awaitingAssessment', scoring: 'evaluation.scoring' },
      ...{ deferred: 'remedial', training: 'training.learning.selfLearning' },
      unplaced: 'preAssessment.assessing',
    });
  });

  it.each([
    [
      'early',
      '2026-03-27',
      ['open assessmentCloses 2027-03-27T23:59:59+07:00'],
      ['agency open', 'participant open'],
    ],
    [
      'middle',
      '2026-06-22',
      [
        'scoring evaluationDue 2026-07-06T23:59:59+07:00',
        'waiting assessmentOpens 2026-09-22T00:00:00+07:00',
      ],
      ['deferred', 'scoring', 'waiting'].flatMap((name) => [`agency ${name}`, `participant ${name}`]).sort(),
    ],
    [
      'late',
      '2026-08-17',
      ['training trainingEnds 2026-08-17T23:59:59+07:00'],
      [
        ...['agency training', 'agency unplaced', 'coach training', 'mentor training'],
        ...['participant training', 'participant unplaced'],
      ],
    ],
  ] as const)(
    'moves exactly the deadlines that hang on it, of the cohort that ends %s, and says so beforehand',
    async (name, endsOn, moved, notices) => {
      const before = await everything();
      const preview = await move(cohorts[name], { endsOn, preview: true });
      expect(await everything()).toEqual(before);
      expect(
        preview.moved.map((one) => `${nameOf(one.journeyId)} ${one.name} ${one.to ?? ''}`).sort(),
      ).toEqual(moved);
      expect(told(preview)).toEqual(notices);
      const done = await move(cohorts[name], { endsOn });
      expect(done.moved).toEqual(preview.moved);
      expect(done.notices).toEqual(preview.notices);
      expect(inOrder(differences(before, await everything()))).toEqual(inOrder(preview.moved));
      const again = await move(cohorts[name], { endsOn });
      expect([again.moved, again.notices.total]).toEqual([[], 0]);
    },
  );

  it('tells each of the people once, with the old date and the new one', async () => {
    for (const who of ['peserta', 'coach', 'mentor'] as const) {
      const answer = await world.as[who].expect(200, world.as[who].get('/me/notices'));
      const notices = (answer['items'] as unknown as { message: string; journeyId: string; text: string }[])
        .filter(({ message, journeyId }) => message === 'cohortDatesMoved' && journeyId === people.training)
        .map((notice) => notice.text);
      expect(notices).toEqual([
        'The dates of PKA Akhir moved: the training ends 17 August 2026 (before 17 July 2026); ' +
          'the assessment window opens 17 November 2026 (before 17 October 2026); ' +
          'the assessment window closes 17 August 2027 (before 17 July 2027). Reason: Gedung dipakai',
      ]);
    }
    const agency = await world.as.instansi.expect(200, world.as.instansi.get('/me/notices?limit=200'));
    const of = (agency['items'] as unknown as { message: string; journeyId: string }[])
      .filter(({ message }) => message === 'cohortDatesMoved')
      .map(({ journeyId }) => nameOf(journeyId));
    expect(of.sort()).toEqual(['deferred', 'open', 'scoring', 'training', 'unplaced', 'waiting']);
    const stranger = await world.as.lembaga2.expect(200, world.as.lembaga2.get('/me/notices?limit=200'));
    expect(JSON.stringify(stranger)).not.toContain(people.training);
  });

  it('does not close the window behind whoever it had opened for', async () => {
    expect(await world.stateOf(people.open)).toEqual(['assessmentWindow.open']);
    // By the new end the window would open on 27 June; it opened on 27 May, and it is 10 June.
    await world.isAssessed(people.open, levels(3), '2026-05-28');
    expect(await world.stateOf(people.open)).toEqual(['verdict.proposed']);
  });

  it('opens the window of whoever waited on its new day, not before', async () => {
    await moveClock(world.as.lembaga, { to: '2026-08-23T09:00:00+07:00' });
    expect(await world.stateOf(people.waiting)).toEqual(['awaitingAssessment']);
    const early = await world.assessed(people.waiting, levels(3), '2026-08-23');
    expect(text(early.body['code'])).not.toBe('');
    expect(early.status).toBeGreaterThanOrEqual(400);
    await moveClock(world.as.lembaga, { to: '2026-09-22T00:00:00+07:00' });
    expect(await world.stateOf(people.waiting)).toEqual(['assessmentWindow.open']);
  });
});
