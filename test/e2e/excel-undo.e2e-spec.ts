import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { ALL_MET, COHORT, GAPS, PEOPLE, profilesCsv, rosterCsv } from './sheets.js';
import { nipOf } from './workbooks.js';

const TODAY = '2026-02-02';

describe('an import undone', () => {
  let server: SandboxServer;
  let as: Record<'lembaga' | 'lembaga2' | 'asesor', PublicApi>;
  const people = [PEOPLE.fresh, PEOPLE.retest];

  beforeAll(async () => {
    server = await sandboxServer();
    const names = ['lembaga', 'lembaga2', 'asesor'] as const;
    const apis = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, index) => [name, apis[index]])) as typeof as;
  });
  afterAll(() => server.stop());

  const openCohort = async (more: object = {}) =>
    text((await as.lembaga.expect(201, as.lembaga.post('/cohorts', { ...COHORT, ...more })))['id']);
  const roster = (cohort: string, file: string, query = '') =>
    as.lembaga.expect(200, as.lembaga.upload(`/cohorts/${cohort}/roster${query}`, file, 'peserta.csv'));
  const profiles = (cohort: string, file: string, api = as.lembaga) =>
    api.expect(200, api.upload(`/cohorts/${cohort}/profiles`, file, 'hasil.csv'));
  const undo = (batch: Json, more: object = {}) =>
    as.lembaga.post(`/imports/${text(batch['id'])}/undo`, { reason: 'angkatan keliru', ...more });
  const preview = (batch: Json) =>
    as.lembaga.expect(200, as.lembaga.get(`/imports/${text(batch['id'])}/undo`));
  const listOf = (body: Json, field: string) => body[field] as unknown as Record<string, unknown>[];
  const outcomesOf = (body: Json) => listOf(body, 'enrolled').map(({ outcome }) => outcome);
  const journeyOf = (batch: Json, index = 0) => text(batch['enrolled']?.[index]?.['journeyId']);
  const total = async (cohort: string) => (await as.lembaga.get(`/cohorts/${cohort}/board`)).body['total'];
  const standing = async (cohort: string) => {
    const { items } = (await as.lembaga.get(`/journeys?cohort=${cohort}`)).body;
    const journeys = items as unknown as { id: string; status: string; state: string[]; participant: Json }[];
    return journeys.map(({ id, status, state, participant }) => ({
      ...{ id, status, state: state.join(' ') },
      name: text(participant['name']),
    }));
  };
  const assignMentor = (journey: string) =>
    as.lembaga.post(`/journeys/${journey}/events`, { type: 'mentorAssigned', payload: { mentor: 'mentor' } });

  it('leaves nobody behind while nothing has followed, and the same file goes in anew', async () => {
    const cohort = await openCohort();
    const first = await roster(cohort, rosterCsv(people));
    expect((await undo(first, { reason: '' })).status).toBe(422);
    const seen = await preview(first);
    expect(seen).toMatchObject({ undoable: true, rows: [{ row: 2, action: 'withdraw' }, { row: 3 }] });
    const undone = await as.lembaga.expect(200, undo(first, { expected: text(seen['expected']) }));
    expect(undone).toMatchObject({ status: 'undone', undone: { by: 'lembaga', reason: 'angkatan keliru' } });
    expect(undone['withdrawn']).toHaveLength(2);
    expect(await standing(cohort)).toEqual([]);
    expect(await total(cohort)).toBe(0);
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'import.already_undone' } });
    const again = await roster(cohort, rosterCsv(people));
    expect(outcomesOf(again)).toEqual(['created', 'created']);
  });

  it('is refused once something has followed, says what and of which row, and changes nothing', async () => {
    const cohort = await openCohort();
    const first = await roster(cohort, rosterCsv(people));
    await as.lembaga.expect(200, assignMentor(journeyOf(first, 1)));
    expect(await preview(first)).toMatchObject({
      undoable: false,
      rows: [{ obstacle: null }, { row: 3, obstacle: { code: 'journey.went_on' } }],
    });
    const refused = await undo(first);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'import.followed', errors: [{ row: 3, code: 'journey.went_on' }] },
    });
    expect(text(refused.body['detail'])).toContain('Contoh Ulang: mentorAssigned');
    expect((await standing(cohort)).map(({ status }) => status)).toEqual(['live', 'live']);
  });

  it('belongs to the upload that enrolled somebody, also when the same sheet comes three times at once', async () => {
    const cohort = await openCohort();
    const batches = await Promise.all([1, 2, 3].map(() => roster(cohort, rosterCsv(people))));
    expect(await total(cohort)).toBe(2);
    expect(batches.flatMap(outcomesOf).sort()).toEqual([
      ...['created', 'created'],
      ...Array.from({ length: 4 }, () => 'unchanged'),
    ]);
    for (const batch of batches) {
      const began = outcomesOf(batch).filter((outcome) => outcome === 'created').length;
      const withdrawn = listOf(await preview(batch), 'rows').filter(({ action }) => action === 'withdraw');
      expect(withdrawn).toHaveLength(began);
    }
  });

  it("is not another institute's to ask for", async () => {
    const first = await roster(await openCohort(), rosterCsv(people));
    const path = `/imports/${text(first['id'])}`;
    expect((await as.lembaga2.post(`${path}/undo`, { reason: 'x' })).status).toBe(404);
    expect((await as.lembaga2.get(`${path}/undo`)).status).toBe(404);
    expect((await as.lembaga2.get(path)).status).toBe(404);
  });

  describe('that changed people who were enrolled before', () => {
    const original = rosterCsv(people);
    const changed = original
      .replace('INS-01;Biro Umum', 'INS-02;Biro Hukum')
      .replace('Contoh Ulang', 'Contoh Ulang, M.Si.')
      .replace('contoh.ulang@', 'ulang@');

    it('gives back the former data, in the journey too', async () => {
      const cohort = await openCohort();
      const first = await roster(cohort, original);
      const second = await roster(cohort, changed);
      expect(outcomesOf(second)).toEqual(['updated', 'updated']);
      expect(await preview(second)).toMatchObject({
        undoable: true,
        rows: [
          { row: 2, action: 'restore', becomes: { unit: 'Biro Umum', agencyCode: 'INS-01' } },
          {
            row: 3,
            action: 'restore',
            becomes: { name: 'Contoh Ulang', email: 'contoh.ulang@ins-01.example' },
          },
        ],
      });
      await as.lembaga.expect(200, undo(second));
      expect(outcomesOf(await roster(cohort, original, '?dryRun=true'))).toEqual(['unchanged', 'unchanged']);
      expect((await standing(cohort)).map(({ name }) => name).sort()).toEqual([
        'Contoh Baru',
        'Contoh Ulang',
      ]);
      const history = await as.lembaga.expect(200, as.lembaga.get(`/journeys/${journeyOf(first)}/history`));
      expect(listOf(history, 'log').filter(({ type }) => type === 'assignmentChanged')).toMatchObject([
        { data: { agencyCode: 'INS-02', unit: 'Biro Hukum' } },
        { data: { agencyCode: 'INS-01', unit: 'Biro Umum' } },
      ]);
      expect((await undo(first)).body).toMatchObject({
        code: 'import.followed',
        errors: [{ row: 2, code: 'journey.went_on' }],
      });
    });

    it('is refused where they were changed again since, and says which column', async () => {
      const cohort = await openCohort();
      await roster(cohort, original);
      const second = await roster(cohort, changed);
      const third = await roster(cohort, changed.replace('Biro Hukum', 'Biro Perencanaan'));
      const refused = await undo(second);
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'import.followed', errors: [{ row: 2, column: 'unit', code: 'row.changed_since' }] },
      });
      expect(outcomesOf(await roster(cohort, changed, '?dryRun=true'))).toEqual(['updated', 'unchanged']);
      // The later one first, then the earlier one.
      await as.lembaga.expect(200, undo(third));
      await as.lembaga.expect(200, undo(second));
      expect(outcomesOf(await roster(cohort, original, '?dryRun=true'))).toEqual(['unchanged', 'unchanged']);
    });

    it('gives back what it changed of somebody known whom it enrolled', async () => {
      const [known, cohort] = [await openCohort(), await openCohort()];
      await roster(known, original);
      const second = await roster(cohort, original.replace('Contoh Baru', 'Contoh Baru, S.H.'));
      const namesOf = async () => (await standing(known)).map(({ name }) => name).sort();
      expect(await namesOf()).toEqual(['Contoh Baru, S.H.', 'Contoh Ulang']);
      await as.lembaga.expect(200, undo(second));
      expect(await namesOf()).toEqual(['Contoh Baru', 'Contoh Ulang']);
    });

    it('is undone only as it was looked at', async () => {
      const cohort = await openCohort();
      const first = await roster(cohort, original);
      const second = await roster(cohort, changed);
      const { expected } = await preview(second);
      await as.lembaga.expect(200, assignMentor(journeyOf(first)));
      const late = await undo(second, { expected: text(expected) });
      expect(late).toMatchObject({ status: 409, body: { code: 'import.changed_since_preview' } });
      const now = await preview(second);
      await as.lembaga.expect(200, undo(second, { expected: text(now['expected']) }));
    });
  });

  it('races with whoever moves one of its journeys on: all of it is undone, or nothing', async () => {
    const born = '19790101';
    const crowd = Array.from({ length: 20 }, (_, index) => ({
      ...{
        nip: nipOf(born, index + 1),
        name: `Contoh Balap ${String(index)}`,
        birthDate: '01/01/1979',
        sex: 'L',
      },
    }));
    for (let round = 0; round < 4; round += 1) {
      const cohort = await openCohort();
      const first = await roster(cohort, rosterCsv(crowd));
      const last = journeyOf(first, 19 - round);
      const [undone, moved] = await Promise.all([undo(first), assignMentor(last)]);
      const left = await standing(cohort);
      if (undone.status === 200) {
        expect(left).toEqual([]);
        expect(moved.status).not.toBe(200);
      } else {
        expect(undone).toMatchObject({ status: 409, body: { code: 'import.followed' } });
        expect(left.map(({ status }) => status)).toEqual(crowd.map(() => 'live'));
        expect(moved.status).toBe(200);
      }
    }
  });

  describe('of profiles', () => {
    const reports = profilesCsv([
      { nip: PEOPLE.fresh.nip, assessedOn: '2025-04-01', levels: GAPS },
      { nip: PEOPLE.retest.nip, assessedOn: '2025-04-01', levels: ALL_MET },
    ]);

    it('lets the journeys begin again from what came before, while nobody has decided anything', async () => {
      const cohort = await openCohort();
      const enrolled = await roster(cohort, rosterCsv(people));
      await as.lembaga.expect(200, assignMentor(journeyOf(enrolled)));
      const before = await as.lembaga.expect(200, as.lembaga.get(`/journeys/${journeyOf(enrolled)}`));
      const sent = await profiles(cohort, reports);
      const statesOf = async () => (await standing(cohort)).map(({ state }) => state);
      expect(await statesOf()).toEqual(['placement.proposed', 'placement.proposed']);
      expect(await preview(sent)).toMatchObject({
        undoable: true,
        rows: [{ action: 'beginAnew' }, { action: 'beginAnew' }],
      });
      await as.lembaga.expect(200, undo(sent));
      expect(await statesOf()).toEqual(['preAssessment.assessing', 'preAssessment.assessing']);
      const anew = (await standing(cohort)).find(({ name }) => name === PEOPLE.fresh.name);
      const after = await as.lembaga.expect(200, as.lembaga.get(`/journeys/${anew?.id ?? ''}`));
      expect(after['deadlines']).toEqual(before['deadlines']);
      const history = await as.lembaga.expect(200, as.lembaga.get(`/journeys/${anew?.id ?? ''}/history`));
      expect(listOf(history, 'log').map(({ type }) => type)).toEqual(['started', 'mentorAssigned']);

      const again = await profiles(cohort, reports);
      expect(outcomesOf(again)).toEqual(['created', 'created']);
      expect(await statesOf()).toEqual(['placement.proposed', 'placement.proposed']);
      await as.lembaga.expect(200, undo(again));
      expect(await total(cohort)).toBe(2);
    });

    it('is refused whole once a placement was confirmed, and leaves the roster to be undone row by row', async () => {
      const cohort = await openCohort();
      const enrolled = await roster(cohort, rosterCsv(people));
      const sent = await profiles(cohort, reports);
      const placed = { type: 'placementConfirmed', payload: {} };
      await as.lembaga.expect(200, as.lembaga.post(`/journeys/${journeyOf(enrolled)}/events`, placed));
      expect(await undo(sent)).toMatchObject({
        status: 409,
        body: { code: 'import.followed', errors: [{ row: 2, code: 'journey.went_on' }] },
      });
      expect((await standing(cohort)).map(({ id }) => id).sort()).toEqual(
        [journeyOf(enrolled), journeyOf(enrolled, 1)].sort(),
      );
      const late = await profiles(
        cohort,
        profilesCsv([{ nip: PEOPLE.fresh.nip, assessedOn: '2025-05-01', levels: ALL_MET }]),
      );
      expect((await undo(late)).body).toMatchObject({ errors: [{ row: 2, code: 'profile.decided' }] });
    });

    it('goes on to the roster that enrolled them', async () => {
      const cohort = await openCohort();
      const enrolled = await roster(cohort, rosterCsv(people));
      const sent = await profiles(cohort, reports);
      expect((await undo(enrolled)).status).toBe(409);
      await as.lembaga.expect(200, undo(sent));
      await as.lembaga.expect(200, undo(enrolled));
      expect(await total(cohort)).toBe(0);
    });

    it('after the training returns a verdict that is only proposed, and the same file brings it again', async () => {
      const cohort = await openCohort({
        ...{
          kind: 'assessment',
          pathway: undefined,
          stages: undefined,
          startsOn: undefined,
          endsOn: undefined,
        },
        name: 'Asesmen uji batal',
      });
      const file = rosterCsv([PEOPLE.expired]).replace(';Pemangku', ';Asesmen saja');
      await roster(cohort, file);
      const results = profilesCsv([{ nip: PEOPLE.expired.nip, assessedOn: TODAY, levels: GAPS }]);
      const sent = await profiles(cohort, results, as.asesor);
      const stateNow = async () => (await standing(cohort))[0]?.state;
      expect(await stateNow()).toBe('verdict.proposed');
      expect(await preview(sent)).toMatchObject({ rows: [{ action: 'returnVerdict' }] });
      await as.lembaga.expect(200, undo(sent));
      expect(await stateNow()).toBe('verdict.returned');
      const again = await profiles(cohort, results, as.asesor);
      expect(outcomesOf(again)).toEqual(['created']);
      expect(await stateNow()).toBe('verdict.proposed');
      expect(outcomesOf(await profiles(cohort, results, as.asesor))).toEqual(['unchanged']);
    });
  });
});
