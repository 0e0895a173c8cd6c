import { costLines, PATHWAYS } from '#libs/curriculum';
import { EVALUATION_COMPONENTS } from '#libs/journeys';
import { MANAGERIAL } from '#libs/competency';
import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { knowledge, shipped } from '../decisions/shipped.fixture.js';
import { VERSIONS } from '../dsl/knowledge.fixture.js';
import { on } from './differences.fixture.js';

describe.each(PATHWAYS)('what is the same in all alternatives: %s', (pathway) => {
  it('the profile before training comes first', () => {
    given(chapter.withProfile(on(pathway))).then({ state: ['placement.proposed'] });
  });

  it('the final evaluation has the same four components and passes or defers', () => {
    expect(chapter.trained(on(pathway)).tasks()).toEqual(
      EVALUATION_COMPONENTS.map((one) => `scoreComponent:${one}`).sort(),
    );
    given(chapter.passed(on(pathway))).then({ state: ['awaitingAssessment'] });
  });

  it('met: a certificate that reads model/uji coba while no regulation carries it, and the next level', () => {
    const story = chapter.judged({}, on(pathway));
    expect(story.effectsOf('issueCertificate').at(-1)).toMatchObject({
      kind: 'competency',
      legalBasis: null,
    });
    given(story).then({ state: ['competent.nextLevel'] });
  });

  it('not met: participation, feedback, sixty days at the workplace on the unmet only, then the re-test', () => {
    const story = chapter.awaitingRetest(on(pathway));
    expect(story.effectsOf('issueCertificate').at(-1)).toMatchObject({ kind: 'participation' });
    expect(story.effectsOf('issueFeedback')).toContainEqual(
      expect.objectContaining({ to: 'agency', unmet: ['M2'] }),
    );
    given(story).then({ state: ['awaitingRetest'], context: { rounds: 1 } });
  });

  it('after every verdict the result is input to talent management, so that no separate assessment is needed', () => {
    for (const levels of [{}, { M2: 2 }]) {
      expect(chapter.judged(levels, on(pathway)).effectsOf('enterTalentPool')).toHaveLength(1);
    }
  });
});

describe('the curriculum in step with the job standard', () => {
  it.each(['PKN1', 'PKN2', 'PKA', 'PKP'] as const)(
    '%s: a versioned map whose targets cover all eight',
    (code) => {
      const { version, courses } = knowledge.programme(VERSIONS.programmes, code);
      expect(version).toBe('2026.1');
      const targets = courses.filter(({ mandatory }) => !mandatory).flatMap((course) => course.targets);
      expect(MANAGERIAL.filter((one) => !targets.includes(one))).toEqual([]);
    },
  );

  it('has three cost lines beside it: assessment before, training, assessment after', () => {
    const fee = { amount: 1, source: 'x', validFrom: '2026-01-01', illustrative: true, fundedBy: null };
    const lines = costLines({
      fees: { assessmentBefore: fee, training: fee, assessmentAfter: fee },
      ...{ pathway: 'flexible', option: 'integrated', feeNote: shipped.curriculum.feeNote },
      origin: { kind: 'report', validUntil: '2026-12-31' },
    });
    expect(lines.map(({ code, amount }) => [code, amount])).toEqual([
      ...[
        ['assessmentBefore', 0],
        ['training', 1],
        ['assessmentAfter', 1],
      ],
    ]);
  });
});
