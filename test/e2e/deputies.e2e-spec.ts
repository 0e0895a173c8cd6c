import { CohortWorld, levels, profileOf } from './cohort-world.js';
import { text, type Json } from './public-api.js';

const PASSED = { decision: 'passed', note: 'Lulus', profile: profileOf(levels(3), '2026-04-24') };

describe('who stands in for somebody', () => {
  let world: CohortWorld;
  let first = '';
  let second = '';
  beforeAll(async () => {
    world = await CohortWorld.begin();
    const cohort = await world.opens({ pathway: 'flexible', assessmentOption: 'integrated' });
    [first = '', second = ''] = await world.enrols(cohort, [{}, {}]);
  });
  afterAll(() => world.end());

  type Official = 'lembaga' | 'pimpinan';
  const idOf = async (who: Official) =>
    text((await world.as[who].expect(200, world.as[who].get('/me')))['personId']);
  const taskOf = async (who: Official, kind: string, journey: string): Promise<Json> => {
    const path = `/tasks?limit=200&kind=${kind}&journey=${journey}`;
    const { items } = await world.as[who].expect(200, world.as[who].get(path));
    const [task] = items as unknown as Json[];
    if (!task) throw new Error(`no ${kind}`);
    return task;
  };
  const verb = (who: Official, task: Json, name: string, body: object = {}) =>
    world.as[who].post(`/tasks/${text(task['id'])}/${name}`, body);
  const delegates = (who: Official, task: Json) =>
    world.as[who].expect(200, world.as[who].get(`/tasks/${text(task['id'])}/delegates`));
  const logOf = async (journey: string) =>
    (await world.as.lembaga.expect(200, world.as.lembaga.get(`/journeys/${journey}/history`)))[
      'log'
    ] as unknown as {
      type: string;
      data: object;
      actor: Json;
      actorName: string;
      actingForName: string | null;
    }[];

  it('does the work of the absent one past its date, and both names are on record: task, event and audit', async () => {
    const [lembaga, pimpinan] = [await idOf('lembaga'), await idOf('pimpinan')];
    await world.isAssessed(first, levels(2), '2026-01-09');
    await world.isAssessed(second, levels(2), '2026-01-09');
    const task = await taskOf('pimpinan', 'confirmPlacement', first);
    await world.as.pimpinan.expect(200, verb('pimpinan', task, 'claim'));
    const absence = { deputy: 'lembaga', until: '2026-12-31', reason: 'Cuti besar' };
    await world.as.pimpinan.expect(200, world.as.pimpinan.put('/me/deputy', absence));
    const held = await verb('lembaga', task, 'complete');
    expect([held.status, held.body['code']]).toEqual([409, 'task.held']);

    await world.movesTo('2026-03-01');
    expect(await taskOf('lembaga', 'confirmPlacement', first)).toMatchObject({
      assignee: pimpinan,
      deputy: lembaga,
    });
    await world.as.lembaga.expect(200, verb('lembaga', task, 'complete', { payload: { note: 'Disetujui' } }));

    const done = await world.as.lembaga.expect(200, world.as.lembaga.get(`/tasks/${text(task['id'])}`));
    expect(done).toMatchObject({ status: 'done', assignee: pimpinan, deputy: lembaga });
    const entry = (await logOf(first)).find(({ type }) => type === 'placementConfirmed');
    expect(entry).toMatchObject({
      actor: { id: lembaga, role: 'institute', actingFor: pimpinan },
      actorName: 'Contoh Penyelenggara Barat',
      actingForName: 'Contoh Pimpinan Barat',
      data: { note: 'Disetujui' },
    });
    expect(entry?.data).not.toHaveProperty('actingFor');
    const { items } = await world.as.lan.expect(
      200,
      world.as.lan.get('/audit?action=journey.placementConfirmed'),
    );
    expect((items as unknown as Json[])[0]).toMatchObject({
      actor: { name: 'Contoh Penyelenggara Barat', actingFor: 'Contoh Pimpinan Barat' },
    });
  });

  it('is somebody of the organisation whose task it is, and nobody of another one', async () => {
    const task = await taskOf('pimpinan', 'confirmPlacement', second);
    const { items } = await delegates('pimpinan', task);
    expect(items).toEqual([{ id: await idOf('lembaga'), name: 'Contoh Penyelenggara Barat' }]);
    const { personId } = await world.as.lembaga2.expect(200, world.as.lembaga2.get('/me'));
    const abroad = await verb('pimpinan', task, 'delegate', { to: personId });
    expect([abroad.status, abroad.body['code']]).toEqual([422, 'deputy.not_suitable']);
  });

  it('confirms no verdict for whoever rated, by the task or past it; nor one that he rated himself', async () => {
    await world.sent('lembaga', second, 'placementConfirmed');
    await world.as.pimpinan.expect(204, world.as.pimpinan.delete('/me/deputy'));
    await world.movesTo('2026-04-25');
    for (const id of [first, second]) {
      await world.isScored(id);
      await world.sent('lembaga', id, 'graduationDecided', PASSED);
      await world.sent('asesor', id, 'recommendationWritten', {
        items: [{ competency: 'M2', text: 'Latihan' }],
      });
    }
    const [lembaga, pimpinan] = [await idOf('lembaga'), await idOf('pimpinan')];
    const ofFirst = await taskOf('lembaga', 'confirmVerdict', first);
    const handed = await verb('lembaga', ofFirst, 'delegate', { to: pimpinan });
    expect([handed.status, handed.body['code']]).toEqual([403, 'verdict.same_person']);
    expect(await delegates('lembaga', ofFirst)).toMatchObject({
      ...{
        items: [],
        nobody: { code: 'verdict.same_person', text: expect.stringContaining('Whoever rated') as string },
      },
    });

    const ofSecond = await taskOf('pimpinan', 'confirmVerdict', second);
    const toRater = await verb('pimpinan', ofSecond, 'delegate', { to: lembaga });
    expect([toRater.status, toRater.body['code']]).toEqual([422, 'deputy.not_suitable']);
    expect(text(toRater.body['detail'])).toContain('Whoever rated');
    expect(await delegates('pimpinan', ofSecond)).toMatchObject({
      ...{ items: [], nobody: { code: 'verdict.same_person' } },
    });
    const own = await verb('lembaga', ofSecond, 'complete');
    expect([own.status, own.body['code']]).toEqual([403, 'verdict.same_person']);
    await world.as.pimpinan.expect(200, verb('pimpinan', ofSecond, 'complete'));

    // Who stands in while the other is away can't do it for him either.
    await world.as.lembaga.expect(200, verb('lembaga', ofFirst, 'claim'));
    const absence = { deputy: 'pimpinan', until: '2026-12-31', reason: 'Cuti' };
    await world.as.lembaga.expect(200, world.as.lembaga.put('/me/deputy', absence));
    await world.movesTo('2026-06-15');
    expect(await taskOf('pimpinan', 'confirmVerdict', first)).toMatchObject({
      ...{ assignee: lembaga, deputy: pimpinan },
    });
    for (const sent of [
      verb('pimpinan', ofFirst, 'complete'),
      world.send('pimpinan', first, 'verdictConfirmed'),
    ]) {
      const { status, body } = await sent;
      expect([status, body['code']]).toEqual([403, 'verdict.deputy_of_same_person']);
    }
    expect(await world.stateOf(second)).toEqual(['competent.nextLevel']);
    expect(await world.stateOf(first)).toEqual(['verdict.proposed']);
  });
});
