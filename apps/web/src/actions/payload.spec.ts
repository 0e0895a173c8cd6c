import i18next from 'i18next';
import type { JourneyView } from './event-types.js';
import { FORMS } from './form-table.js';
import { eventOf, faultsOf, fieldsOf } from './payload.js';
import { ratingsWith } from './rating.js';

const journey = {
  coach: 'p-coach',
  mentor: null,
  state: ['training.coaching'],
  assessmentOption: 'separate',
  gaps: null,
  plan: null,
} as unknown as JourneyView;
const today = '2026-02-02';

describe("an event's form", () => {
  it('says what is missing, and which fact lies ahead', () => {
    const draft = { kind: 'coaching', heldOn: '2026-02-03', note: '  ' };
    expect(faultsOf('sessionLogged', draft, journey, today)).toEqual({
      competency: 'required',
      heldOn: 'afterToday',
      note: 'required',
    });
  });

  it('lets an appointment lie ahead, and no earlier than today', () => {
    const on = (day: string) => faultsOf('retestScheduled', { on: day, centre: 'PAC-01' }, journey, today);
    expect(on('2026-02-01')).toEqual({ on: 'beforeToday' });
    expect(on('2026-02-02')).toEqual({});
  });

  it('sends what was filled in, without what was left empty', () => {
    const draft = {
      kind: 'coaching',
      competency: 'M2',
      heldOn: today,
      ksaItems: [],
      note: ' Baik ',
      evidence: '',
    };
    expect(eventOf('sessionLogged', draft, journey)).toEqual({
      type: 'sessionLogged',
      payload: { kind: 'coaching', competency: 'M2', heldOn: today, note: 'Baik' },
    });
  });

  it('fills in what follows from the journey, and what its task says', () => {
    const draft = { role: 'coach', heldOn: today, topics: ['ksaMatrix'] };
    expect(eventOf('briefingCompleted', draft, journey).payload).toMatchObject({ person: 'p-coach' });
    expect(eventOf('componentScored', { score: 87.5 }, journey, { component: 'attitude' }).payload).toEqual({
      component: 'attitude',
      score: 87.5,
    });
  });

  it('sends a no as a no, and no lines as an empty list', () => {
    expect(
      eventOf('stageEvaluated', { stage: 'selfLearning', score: 0, passed: false }, journey).payload,
    ).toEqual({
      stage: 'selfLearning',
      score: 0,
      passed: false,
    });
    expect(
      eventOf('nextLevelPlanned', { actions: [{ competency: 'M1', text: ' ' }] }, journey).payload,
    ).toEqual({
      actions: [],
    });
  });

  it('does not ask for a course without its stage', () => {
    expect(eventOf('courseAdded', { course: 'PKA-1a', stage: 'classical' }, journey).payload).toEqual({
      course: 'PKA-1a',
      stage: 'classical',
    });
  });

  it('has words for every choice that it gives', async () => {
    await i18next.init({ showSupportNotice: false });
    const { words } = await import('./words.js');
    const values = (Object.keys(FORMS) as (keyof typeof FORMS)[])
      .flatMap((type) => fieldsOf(type))
      .flatMap(([, field]) => (field.as === 'choice' || field.as === 'several' ? field.values : []));
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => !Object.hasOwn(words.id.choice, value))).toEqual([]);
  });
});

describe('ratings', () => {
  it('stand in the order of the catalogue, one a competency, without numbers that were emptied', () => {
    const first = ratingsWith([], 'M2', { level: 3, indicatorsMet: 2 });
    const second = ratingsWith(first, 'M1', { level: 0 });
    expect(ratingsWith(second, 'M2', { level: 4, indicatorsMet: undefined })).toEqual([
      { competency: 'M1', level: 0 },
      { competency: 'M2', level: 4 },
    ]);
  });
});
