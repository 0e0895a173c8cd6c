import { randomUUID } from 'node:crypto';
import { onServer } from '../chaos/installation.js';
import { CohortWorld, levels } from './cohort-world.js';
import { type Answer, type Json, text } from './public-api.js';

const GAP = levels(3, { M2: 2 });

describe("the engine's verbs on one journey", () => {
  let world: CohortWorld;
  let [resting, assessed] = ['', ''];
  beforeAll(async () => {
    world = await CohortWorld.begin();
    const cohort = await world.opens({ pathway: 'flexible', name: 'Angkatan Verba' });
    [resting = '', assessed = ''] = await world.enrols(cohort, [{}, {}]);
    for (const one of [resting, assessed]) await world.isPlaced(one, GAP, '2026-02-02');
  });
  afterAll(() => world.end());

  const logOf = async (id: string) => {
    const history = await world.as.lembaga.expect(200, world.as.lembaga.get(`/journeys/${id}/history`));
    return (history['log'] as unknown as { type: string }[]).map(({ type }) => type);
  };
  const dueOf = async (id: string, name: string) => {
    const { deadlines } = await world.journey(id);
    const all = deadlines as unknown as { name: string; due: string; status: string }[];
    return all.find((one) => one.name === name && one.status === 'armed')?.due.slice(0, 10) ?? '';
  };
  const set = (name: string, due: string, language = 'en'): Promise<Answer> =>
    world.as.lembaga.post(
      `/journeys/${assessed}/deadlines/${name}/reschedule`,
      { due, reason: 'Jadwal pusat penilaian' },
      { headers: { 'Accept-Language': language } },
    );
  /** The day of the rule is as early as it may be. */
  const keepsItsRule = async (name: string, rule: string, before: string, later: string) => {
    expect(await dueOf(assessed, name)).toBe(rule);
    const [en, id] = [await set(name, before), await set(name, before, 'id')];
    for (const { status, body } of [en, id])
      expect([status, body]).toMatchObject([
        422,
        { code: 'reschedule.before_rule', errors: [{ path: 'due' }] },
      ]);
    expect(text(en.body['detail'])).toBe(
      'This date cannot be set to before the time that the rule asks for.',
    );
    expect(text(id.body['detail'])).toBe(
      'Tanggal ini tidak dapat dimajukan sebelum jangka waktu menurut aturan.',
    );
    expect(await dueOf(assessed, name)).toBe(rule);
    expect((await set(name, later)).status).toBe(200);
    expect(await dueOf(assessed, name)).toBe(later);
    // From a later day back to that of the rule, and still not before it.
    expect((await set(name, before)).body).toMatchObject({ code: 'reschedule.before_rule' });
    expect((await set(name, rule)).status).toBe(200);
    expect(await dueOf(assessed, name)).toBe(rule);
  };

  it('answer a resumption that is repeated as they did the first time, also when the answer itself was lost', async () => {
    const { lembaga } = world.as;
    await lembaga.expect(200, lembaga.post(`/journeys/${resting}/suspend`, { reason: 'Cuti' }));
    await world.movesTo('2026-02-20');
    const key = randomUUID();
    const resume = () =>
      lembaga.post(
        `/journeys/${resting}/resume`,
        { reason: 'Kembali' },
        { headers: { 'Idempotency-Key': key } },
      );
    const first = await lembaga.expect(200, resume());
    // As when the process dies between the work and its answer; meanwhile the days go by and other deadlines are armed.
    await onServer(world.connectionString, 'delete from idempotency_key where key = $1', [key]);
    await world.movesTo('2026-03-05');
    const again = await resume();
    expect([again.status, again.body['revision']]).toEqual([200, first['revision']]);
    expect((await logOf(resting)).filter((type) => type === 'resumed')).toHaveLength(1);
    expect((await world.journey(resting))['status']).toBe('live');
    // The same key for another thing is still no repeat.
    await onServer(world.connectionString, 'delete from idempotency_key where key = $1', [key]);
    const other = await lembaga.post(
      `/journeys/${resting}/resume`,
      { reason: 'Alasan lain' },
      { headers: { 'Idempotency-Key': key } },
    );
    expect([other.status, other.body['code']]).toEqual([422, 'message.id_reused']);
  });

  it('do not open the assessment before three months after the training have passed', async () => {
    await world.movesTo('2026-04-25');
    await world.isScored(assessed);
    await world.sent('lembaga', assessed, 'graduationDecided', { decision: 'passed', note: 'lulus' });
    await keepsItsRule('assessmentOpens', '2026-07-24', '2026-07-23', '2026-08-03');
  });

  it('do not end the development at work before its sixty days have passed', async () => {
    await world.movesTo('2026-07-27');
    await world.isAssessed(assessed, GAP, '2026-07-27');
    await world.isConfirmed(assessed);
    await world.sent('instansi', assessed, 'feedbackReceived', { receivedOn: '2026-07-27' });
    expect(await world.stateOf(assessed)).toEqual(['remediation']);
    await keepsItsRule('remediationEnds', '2026-09-25', '2026-09-24', '2026-10-05');
    expect((await world.journey(assessed))['status'] as unknown as Json).toBe('live');
  });
});
