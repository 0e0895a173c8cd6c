import { FAMILIES, type Profile } from '#libs/competency';
import {
  costLines,
  coursesToTake,
  lineAt,
  mayAdd,
  planFor,
  STAGES,
  type LearningPlan,
  type NoteCode,
  type Pathway,
  type PlanQuestion,
  type Stage,
} from '#libs/curriculum';
import type { ParticipantJourneyInput } from '#libs/journeys';
import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { catalogue, eight, gapsOfAdministrator, pka, shipped } from '../decisions/shipped.fixture.js';

/** A column of the paper's comparison (seed 002, b of each Alternative, with its consequences and challenges). */
export interface Column {
  /** Designs of the training that an institute has to prepare. */
  designs: 1 | 3;
  asks: Record<Stage, 'the courses of the gap' | 'everything'>;
  coaching: 'left open' | 'designed for the class' | 'on medium and high gaps';
  briefing: 'not asked for' | 'a warning' | 'a gate';
  groups: 'none' | 'by the same gap';
  record: NoteCode[];
}

/** M2 has a medium gap, M8 a high one, M5 a low one; M1 and the others are fulfilled. */
export const REPORT: Profile = {
  ...eight({ M2: 2, M8: 1 }),
  ratings: eight({ M2: 2, M8: 1, M5: 2 }).ratings.map((rating) =>
    rating.competency === 'M5' ? { ...rating, indicatorsMet: 8 } : rating,
  ),
};
const GAPS = ['M2', 'M5', 'M8'];

export const planOf = (pathway: Pathway, more: Partial<PlanQuestion> = {}): LearningPlan =>
  planFor({
    ...{ programme: pka, pathway, catalogue, policy: shipped.curriculum },
    ...{ analysis: gapsOfAdministrator(REPORT), ...more },
  });

export const on = (pathway: Pathway): Partial<ParticipantJourneyInput> => ({
  pathway,
  clusterBy: pathway === 'cluster' ? 'family' : null,
});

const taughtIn = (stage: Stage) =>
  pka.courses.filter((course) => course.stages.some((one) => one.stage === stage));

const FULFILLED = 'PKA-1a';
const SESSION = { kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'catatan' };
const COACHING_NOTE: Record<Column['coaching'], NoteCode> = {
  'left open': 'coachingSuggested',
  'designed for the class': 'coachingOfClass',
  'on medium and high gaps': 'coachingGroup',
};

/** One test for each row of the table. */
export function describeColumn(pathway: Pathway, column: Column): void {
  describe(`${pathway}, row by row`, () => {
    describeCourses(pathway, column);
    describeCoaching(pathway, column);
    describeRecord(pathway, column);
  });
}

function describeCourses(pathway: Pathway, { designs, asks }: Column): void {
  it(`number of designs: ${designs}`, () => {
    const plans = FAMILIES.map((family) => JSON.stringify(planOf(pathway, { class: family }).stages));
    expect(new Set(plans).size).toBe(designs);
  });

  it.each(STAGES.map((stage) => [stage, asks[stage]] as const))('%s asks for %s', (stage, what) => {
    const expected = taughtIn(stage).filter(
      ({ mandatory, targets }) =>
        what === 'everything' || mandatory || targets.some((one) => GAPS.includes(one)),
    );
    expect(coursesToTake(planOf(pathway), stage)).toEqual(expected.map(({ code }) => code));
    expect(expected.length).toBeGreaterThan(0);
  });

  const open = STAGES.filter((stage) => asks[stage] === 'the courses of the gap');
  it(`fulfilled competencies may be skipped in: ${open.join(', ') || 'no stage'}; there they may be taken`, () => {
    const plan = planOf(pathway);
    const optional = STAGES.filter(
      (stage) => lineAt(plan.stages, { course: FULFILLED, stage })?.decision === 'optional',
    );
    expect(optional).toEqual(open);
    expect(STAGES.filter((stage) => mayAdd(plan, { course: FULFILLED, stage }))).toEqual(open);
  });
}

function describeCoaching(pathway: Pathway, { coaching, briefing, groups }: Column): void {
  it(`coaching is ${coaching}, guided by the report and the KSA matrix up to the standard`, () => {
    const plan = planOf(pathway);
    expect(plan.coaching.focus).toEqual(['M2', 'M8']);
    expect(plan.coaching.guidance.map(({ competency, level }) => `${competency}.${level}`)).toEqual([
      ...['M2.3', 'M8.2', 'M8.3'],
    ]);
    expect(plan.notes.map(({ code }) => code)).toContain(COACHING_NOTE[coaching]);
    const planned = chapter.inTraining(on(pathway)).tasks().includes('coachSession:1');
    expect(planned).toBe(coaching === 'on medium and high gaps');
  });

  it(`a briefing before coaching is ${briefing}`, () => {
    const story = chapter
      .confirmed(on(pathway))
      .sends('coachAssigned', { coach: 'c', group: 'A' })
      .sends('mentorAssigned', { mentor: 'm' })
      .until('2026-09-08');
    const tasks = story.tasks().filter((key) => key.startsWith('attendBriefing'));
    expect(tasks).toHaveLength(briefing === 'not asked for' ? 0 : 2);
    given(story)
      .when('sessionLogged', SESSION)
      .then(
        briefing === 'a gate'
          ? { refused: 'journey.briefing_missing' }
          : briefing === 'a warning'
            ? { effects: [{ type: 'flag', params: { code: 'briefingMissing' } }] }
            : { without: ['flag'] },
      );
  });

  it(`coaching groups: ${groups}`, () => {
    const asked = chapter.confirmed(on(pathway)).tasks().includes('assignCoach');
    const said = planOf(pathway).notes.some(({ code }) => code === 'coachingGroup');
    expect([asked, said]).toEqual(groups === 'by the same gap' ? [true, true] : [false, false]);
  });
}

function describeRecord(pathway: Pathway, { record }: Column): void {
  it('recorded as a full participant: hours are those actually completed, the certificate is that of everyone', () => {
    const done = { course: 'PKA-2b', stage: 'selfLearning', completedOn: '2026-09-08' };
    const hours = pka.courses.find(({ code }) => code === done.course)!.stages[0]!.hours;
    const story = chapter.inTraining(on(pathway)).sends('courseCompleted', done).until('2026-11-30');
    // Of a class the programme's own hours too: those that were shifted would tell which class it was.
    expect(story.effectsOf('recordDevelopmentHours')).toMatchObject([
      { hours, courses: 1, programme: 'PKA' },
    ]);
    expect(chapter.passed(on(pathway)).effectsOf('issueCertificate')).toMatchObject([
      { kind: 'completion', programme: 'PKA', level: 3 },
    ]);
    expect(planOf(pathway).notes.map(({ code }) => code)).toEqual(expect.arrayContaining(record));
  });

  it('fee: full, whatever the number of courses', () => {
    const fee = (amount: number) => ({
      amount,
      source: 'x',
      validFrom: '2026-01-01',
      illustrative: true,
      fundedBy: null,
    });
    const lines = costLines({
      fees: { assessmentBefore: fee(1), training: fee(22_125_000), assessmentAfter: fee(2) },
      ...{ pathway, option: 'separate', feeNote: shipped.curriculum.feeNote },
      origin: { kind: 'assessment', why: null },
    });
    expect(lines.find(({ code }) => code === 'training')).toMatchObject({ amount: 22_125_000 });
    const explained = planOf(pathway).notes.some(({ code }) => code === 'fullFee');
    expect(explained).toBe(pathway === 'flexible');
  });
}
