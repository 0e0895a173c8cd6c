import { addDays } from '#libs/calendar';
import { clusterOf, type CompetencyGap, type Profile } from '#libs/competency';
import {
  coursesToTake,
  forParticipant,
  lineAt,
  PATHWAYS,
  planFor,
  proposeClasses,
  proposeCoachingGroups,
  STAGES,
  type GroupingMember,
  type Pathway,
  type PlanQuestion,
} from '#libs/curriculum';
import { gapsOf, learningPlanOf } from '#libs/journeys';
import * as chapter from '../dsl/chapters.js';
import { profile } from '../dsl/fixtures.js';
import { given } from '../dsl/given.js';
import { Story } from '../dsl/story.js';
import {
  catalogue,
  eight,
  everyEight,
  gapsOfAdministrator,
  knowledge,
  pka,
  shipped,
} from './shipped.fixture.js';

const planOf = (report: Profile | null, pathway: Pathway, more: Partial<PlanQuestion> = {}) =>
  planFor({
    ...{ programme: pka, pathway, catalogue, policy: shipped.curriculum },
    ...{ analysis: gapsOfAdministrator(report), ...more },
  });

describe('the four alternatives', () => {
  it('go by stable codes in the order of the body, never by the numerals that the abstract swaps', () => {
    expect(PATHWAYS).toEqual(['flexible', 'cluster', 'a-la-carte', 'generic-plus']);
    // III of the body lets self-learning differ, IV nothing: the abstract has it the other way round.
    const courses = (pathway: Pathway) => coursesToTake(planOf(eight({ M2: 2 }), pathway), 'selfLearning');
    expect(courses('a-la-carte').length).toBeLessThan(courses('generic-plus').length);
  });
});

describe('choosing courses', () => {
  const story = () => chapter.inTraining({ pathway: 'flexible' });
  const optional = { course: 'PKA-1a', stage: 'selfLearning' } as const;

  it('goes by the mapping; the participant may add an optional course', () => {
    const added = story().sends('courseAdded', optional);
    expect(added.refusal).toBeNull();
    expect(lineAt(learningPlanOf(added.context, knowledge)!.stages, optional)).toMatchObject({ added: true });
  });

  it('never drops what the mapping requires, neither by the participant nor by the institute', () => {
    const required = { course: 'PKA-2b', stage: 'selfLearning' } as const;
    given(story()).when('courseDropped', required).then({ refused: 'course.not_own_addition' });
    const objected = chapter.confirmed().sends('placementObjected', { reason: 'x' });
    given(objected)
      .when('placementRevised', { changes: [{ op: 'remove', ...required }], reason: 'x' })
      .then({ refused: 'placement.required_course' });
    const plan = planOf(eight({ M2: 2 }), 'flexible', { removed: [required] });
    expect(lineAt(plan.stages, required)?.decision).toBe('required');
  });
});

describe('somebody without any gap', () => {
  it.each(['flexible', 'a-la-carte'] as const)('has only the mandatory courses by gap on %s', (pathway) => {
    const byGap = pathway === 'flexible' ? STAGES : STAGES.slice(0, 1);
    const plan = planOf(eight(), pathway);
    const mandatory = pka.courses.filter((course) => course.mandatory).map(({ code }) => code);
    for (const stage of byGap) {
      const taught = pka.courses.filter((course) => course.stages.some((one) => one.stage === stage));
      const asked = taught.map(({ code }) => code).filter((code) => mandatory.includes(code));
      expect(coursesToTake(plan, stage)).toEqual(asked);
    }
  });

  it('is offered the direct assessment, and forced to nothing', () => {
    const story = () => Story.of({ report: profile('2026-01-05') });
    expect(planOf(eight(), 'flexible').notes.map(({ code }) => code)).toContain('noGap');
    given(story())
      .when('placementConfirmed', { directAssessment: true })
      .then({ state: ['assessmentWindow.open'] });
    given(story())
      .when('placementConfirmed')
      .then({ state: ['placement.confirmed'] });
    given(chapter.withProfile())
      .when('placementConfirmed', { directAssessment: true })
      .then({ refused: 'placement.has_gaps' });
  });
});

describe('two bases of grouping', () => {
  const threeShort = { M1: 2, M2: 2, M3: 2, M4: 2, M5: 2 };

  it('are never mixed in one cohort: a class of the other basis is unknown', () => {
    const byCategory = planOf(eight(threeShort), 'cluster', { clusterBy: 'category', class: 'organisation' });
    expect(byCategory.notes.map(({ code }) => code)).toContain('classUnknown');
    expect(byCategory.cluster).toBe('B');
    const mixed = [
      { journeyId: 'a', value: 'A' as const },
      { journeyId: 'b', value: 'self' as const },
    ];
    expect(proposeClasses({ members: mixed, basis: 'category', minimum: 1, maximum: 40 })).toMatchObject({
      ok: false,
      refusal: { code: 'grouping.value_unknown' },
    });
  });

  it('by category: the purpose of the report decides which scale counts', () => {
    const mapping = gapsOfAdministrator(eight(threeShort));
    const selection = gapsOfAdministrator(eight(threeShort, { purpose: 'selection' }));
    expect([mapping.jobPersonMatch.percent, selection.jobPersonMatch.percent]).toEqual([79.17, 79.17]);
    expect([mapping.category, selection.category]).toEqual(['fairlyOptimal', 'MMS']);
    const four = { M1: 2, M2: 2, M3: 2, M4: 2 };
    expect(gapsOfAdministrator(eight(four)).category).toBe('fairlyOptimal');
    expect(gapsOfAdministrator(eight(four, { purpose: 'selection' })).category).toBe('MS');
    expect((['optimal', 'MS', 'fairlyOptimal', 'MMS', 'lessOptimal', 'KMS'] as const).map(clusterOf)).toEqual(
      [...['A', 'A', 'B', 'B', 'C', 'C']],
    );
  });

  it('by category: the thresholds are settings', () => {
    const categories = { ...shipped.assessment.categories, mapping: { optimal: 79, fairlyOptimal: 50 } };
    expect(gapsOfAdministrator(eight(threeShort), { categories }).category).toBe('optimal');
  });
});

describe('the thresholds of a category, of which there may be newer ones', () => {
  const { context } = chapter.withProfile({ pathway: 'cluster', clusterBy: 'category' });
  const assessedOn = context.baseline!.on;
  const stricterFrom = (day: string) => ({
    ...knowledge,
    policyOn: (date: string) =>
      date < day ? shipped : { ...shipped, assessment: { ...shipped.assessment, categories: { ...STRICT } } },
  });
  const STRICT = { mapping: { optimal: 100, fairlyOptimal: 99 }, selection: { MS: 100, MMS: 99 } };
  const categoryWith = (day: string) => gapsOf(context, stricterFrom(day)).category;

  it('are those in force on the day of the assessment, not on the day the journey began', () => {
    expect(assessedOn > context.enteredOn).toBe(true);
    expect(categoryWith(assessedOn)).toBe('lessOptimal');
    expect(categoryWith(addDays(assessedOn, 1))).toBe('fairlyOptimal');
    expect(learningPlanOf(context, stricterFrom(assessedOn))).toMatchObject({ cluster: 'C' });
  });

  it('change no other rule that the journey began with', () => {
    const later = { ...shipped.assessment, capPerCompetency: true, familyTieOrder: ['self' as const] };
    const policyOn = () => ({ ...shipped, assessment: later });
    expect(gapsOf(context, { ...knowledge, policyOn })).toEqual(gapsOf(context, knowledge));
  });
});

describe('gaps in several families', () => {
  const tie = eight({ M1: 2, M5: 1, M7: 3, M8: 3, M2: 2, M3: 3, M6: 3, M4: 3 });

  it('go to the family with the largest share of gap in its standards, not the largest sum', () => {
    // self lacks 3 of 6, organisation 4 of 9.
    expect(gapsOfAdministrator(eight({ M1: 1, M4: 2, M5: 1, M7: 1 })).family).toBe('self');
  });

  it('when shares are equal go in the order organisation, others, self, which is a setting', () => {
    const even = eight({ M2: 2, M5: 2 });
    expect(shipped.assessment.familyTieOrder).toEqual(['organisation', 'others', 'self']);
    expect(gapsOfAdministrator(even).family).toBe('organisation');
    expect(gapsOfAdministrator(even, { familyTieOrder: ['self', 'others', 'organisation'] }).family).toBe(
      'others',
    );
  });

  it('are shown to the institute, which may set another class', () => {
    const [proposed] = [planOf(tie, 'cluster')];
    expect(proposed).toMatchObject({ cluster: 'organisation' });
    expect(proposed.notes.find(({ code }) => code === 'classProposed')?.en).toMatch(/2 of 9 standard levels/);
    const set = planOf(tie, 'cluster', { class: 'others' });
    expect(set).toMatchObject({ cluster: 'others' });
    expect(set.notes.map(({ code }) => code)).toContain('classSet');
  });
});

describe('a cluster with too few participants', () => {
  const classes = (minimum: number) =>
    proposeClasses({
      members: Array.from({ length: 14 }, (_, index) => ({
        journeyId: `journey-${String(index).padStart(2, '0')}`,
        value: index < 11 ? ('A' as const) : ('B' as const),
      })),
      ...{ basis: 'category' as const, minimum, maximum: 40 },
    });

  it('is flagged below the policy’s minimum; a merge is proposed, needs a reason and keeps the cluster of record', () => {
    const proposal = classes(shipped.curriculum.classMinimum);
    expect(proposal.ok && proposal.groups).toMatchObject([
      { value: 'A', tooSmall: false, merge: null },
      {
        ...{ value: 'B', tooSmall: true },
        merge: { from: 'B', into: 'A', sizes: [14], needsReason: true, clusterOfRecord: 'kept' },
      },
    ]);
  });

  it('is none with a smaller minimum', () => {
    const proposal = classes(3);
    expect(proposal.ok && proposal.groups.map(({ tooSmall }) => tooSmall)).toEqual([false, false]);
  });
});

describe('the stigma of a cluster', () => {
  it.each(['family', 'category'] as const)(
    'by %s: nothing that a participant reads tells of the class',
    (clusterBy) => {
      const shown = forParticipant(planOf(eight({ M5: 1, M7: 1 }), 'cluster', { clusterBy }));
      const other = forParticipant(
        planOf(eight({ M5: 1, M7: 1 }), 'cluster', {
          clusterBy,
          class: clusterBy === 'family' ? 'self' : 'A',
        }),
      );
      expect(JSON.stringify(shown)).toBe(JSON.stringify(other));
      const lines = shown.stages.flatMap(({ courses }) => courses);
      const keys = new Set([shown, ...lines].flatMap((part) => Object.keys(part)));
      expect([...keys]).toEqual([
        ...['pathway', 'stages', 'coaching', 'notes', 'course', 'decision', 'reason'],
      ]);
      expect(shown.notes.every(({ audience }) => audience === undefined)).toBe(true);
    },
  );
});

describe('the map of courses to competencies, which the paper asks for and does not give', () => {
  it('is part of a versioned programme and decides alone which course a gap asks for', () => {
    expect(pka.version).toBe('2026.1');
    const courses = coursesToTake(planOf(eight({ M3: 2 }), 'flexible'), 'selfLearning');
    expect(courses).toEqual(['PKA-2c']);
    const remapped = pka.courses.map((one) =>
      one.code === 'PKA-2c' ? { ...one, targets: ['M1' as const] } : one,
    );
    const other = planOf(eight({ M3: 2 }), 'flexible', { programme: { ...pka, courses: remapped } });
    expect(coursesToTake(other, 'selfLearning')).toEqual([]);
  });
});

describe('"the same characteristics of gap"', () => {
  type Severity = CompetencyGap['severity'];
  const member = (journeyId: string, gaps: Record<string, [Severity, number]>): GroupingMember => ({
    journeyId,
    gaps: Object.entries(gaps).map(([competency, [severity, gap]]) => ({
      ...{ competency: competency as CompetencyGap['competency'], severity, gap },
    })),
  });
  const groupsOf = (members: GroupingMember[], size: number) => {
    const proposal = proposeCoachingGroups({ members, size, catalogue });
    return proposal.ok ? proposal.groups.map((group) => group.members) : [];
  };

  it('are the set of competencies with a medium or high gap: how grave, and low ones, do not matter', () => {
    const members = [
      ...[member('a', { M1: ['high', 2] }), member('b', { M2: ['medium', 1] })],
      ...[member('c', { M1: ['medium', 1], M3: ['low', 1] }), member('d', { M2: ['high', 2] })],
    ];
    expect(groupsOf(members, 2)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('come together exactly first, then by the nearest signature', () => {
    const members = [
      ...[member('a', { M1: ['high', 2] }), member('b', { M1: ['high', 2] })],
      ...[
        member('c', { M1: ['high', 2], M2: ['high', 2] }),
        member('d', { M5: ['high', 2], M7: ['high', 2] }),
      ],
      ...[member('e', { M5: ['high', 2] }), member('f', { M5: ['high', 2] })],
    ];
    expect(groupsOf(members, 3)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
  });

  it('make groups of at most the policy’s size, whoever was listed first', () => {
    const members = Array.from({ length: 23 }, (_, index) => member(`p${10 + index}`, { M1: ['high', 2] }));
    const groups = groupsOf(members, shipped.curriculum.groupSize);
    expect(groups.every(({ length }) => length <= 10)).toBe(true);
    expect(groupsOf([...members].reverse(), 10)).toEqual(groups);
    expect(groupsOf(members, 5).every(({ length }) => length <= 5)).toBe(true);
  });
});

describe('automated placing and the right not to be decided on by a machine', () => {
  it.each(PATHWAYS)(
    '%s: a proposal with a reason on every line, in force once a person confirmed it',
    (pathway) => {
      const story = chapter.withProfile({ pathway, clusterBy: 'family' });
      const lines = learningPlanOf(story.context, knowledge)!.stages.flatMap(({ courses }) => courses);
      expect(lines.every(({ reason }) => reason.id.length > 0 && reason.en.length > 0)).toBe(true);
      given(story).then({ state: ['placement.proposed'], tasks: ['confirmPlacement'] });
      expect(story.until('2026-12-24').state).toEqual(['placement.proposed']);
    },
  );

  it('can be objected to with a reason, which a person answers', () => {
    given(chapter.confirmed())
      .when('placementObjected', { reason: 'beda jabatan' })
      .then({ state: ['placement.objected'], context: { placementConfirmedOn: null } });
  });

  it('proposes a verdict, which takes effect when a person confirms it', () => {
    const story = chapter.recommended({ M2: 2 });
    expect(story.until('2028-01-01').state).toEqual(['verdict.proposed']);
    expect(story.effectsOf('issueFeedback')).toEqual([]);
  });
});

describe('levels all below the standard', () => {
  it('still make one class by category, C', () => {
    expect(planOf(eight(everyEight(1)), 'cluster', { clusterBy: 'category' }).cluster).toBe('C');
  });
});
