import { faultOfSkip, type JourneyPolicy, type SkipQuestion } from '#libs/journeys';
import * as chapter from '../dsl/chapters.js';
import { ASSESSMENT_COHORT, profile } from '../dsl/fixtures.js';
import { given } from '../dsl/given.js';
import { Story } from '../dsl/story.js';
import { catalogue, everyEight, shipped, type Levels } from './shipped.fixture.js';

const SECOND = { by: 'institute-2' };
const kinds = (story: Story) => story.effectsOf('issueCertificate').map(({ kind }) => kind);

const integrated = (levels: Levels = {}, policy?: Partial<JourneyPolicy>) =>
  chapter
    .scored({ option: 'integrated' }, policy)
    .sends('graduationDecided', { decision: 'passed', note: '', profile: profile('2026-11-20', levels) })
    .sends('recommendationWritten', { items: ['baca'] })
    .sends('verdictConfirmed', {}, SECOND);

describe('two papers that both prove participation', () => {
  it('separate: the STTP always comes with passing, participation additionally and only when not met', () => {
    expect(kinds(chapter.passed())).toEqual(['completion']);
    expect(kinds(chapter.judged())).toEqual(['completion', 'competency']);
    expect(kinds(chapter.judged({ M2: 2 }))).toEqual(['completion', 'participation']);
  });

  it('never give participation twice for one programme, however many rounds follow', () => {
    const again = chapter
      .awaitingRetest()
      .sends('retestRecorded', { profile: profile('2027-05-04', { M2: 2 }) })
      .sends('recommendationWritten', { items: ['baca'] })
      .sends('verdictConfirmed', {}, SECOND);
    expect(again.context.rounds).toBe(1);
    expect(kinds(again)).toEqual(['completion', 'participation']);
  });
});

describe('the STTP with the integrated option, which the paper does not mention', () => {
  it('comes with a met verdict unless the policy says that there is none', () => {
    expect(shipped.journey.completionWithIntegrated).toBe(true);
    expect(kinds(integrated())).toEqual(['competency', 'completion']);
    expect(kinds(integrated({}, { completionWithIntegrated: false }))).toEqual(['competency']);
  });

  it('does not come with one that is not met: participation alone does', () => {
    expect(kinds(integrated({ M2: 2 }))).toEqual(['participation']);
  });
});

describe('the competency certificate', () => {
  const issued = (policy?: Partial<JourneyPolicy>) =>
    chapter.judged({}, {}, policy).effectsOf('issueCertificate').at(-1);

  it('is valid three years from the assessment, as a report is, or as long as the policy says', () => {
    expect(shipped.journey.certificateValidity).toBe(shipped.assessment.reportValidity);
    expect(issued()).toMatchObject({ assessedOn: '2027-03-01', validUntil: '2030-02-28' });
    expect(issued({ certificateValidity: 'P5Y' })).toMatchObject({ validUntil: '2032-02-29' });
  });

  it('stands on no regulation (model, uji coba) until the policy names one', () => {
    expect(issued()).toMatchObject({ legalBasis: null });
    expect(issued({ legalBasis: 'Peraturan LAN X' })).toMatchObject({ legalBasis: 'Peraturan LAN X' });
  });
});

describe('the next level', () => {
  it.each([1, 2, 3, 4] as const)('after level %i is one higher', (level) => {
    expect(feedbackAt(level)).toMatchObject({ outcome: 'met', nextLevel: level + 1 });
  });

  it('after level 5 is enrichment: there is no level 6', () => {
    const story = judgedAt(5);
    expect(story.effectsOf('issueFeedback')[0]).toMatchObject({ outcome: 'met', nextLevel: null });
    given(story).then({ state: ['competent.nextLevel'], tasks: ['planNextLevel'] });
  });

  const judgedAt = (level: 1 | 2 | 3 | 4 | 5) =>
    chapter.judged({ ...everyEight(level), S1: level }, { level });
  const feedbackAt = (level: 1 | 2 | 3 | 4) => judgedAt(level).effectsOf('issueFeedback')[0];
});

describe('JPT Utama, which has a standard and no programme', () => {
  it('is assessed and certified, and nothing else', () => {
    const post = catalogue.posts.find(({ postLevel }) => postLevel === 'jptUtama');
    expect(post).toMatchObject({ level: 5, programme: null });
    const story = Story.of({ ...ASSESSMENT_COHORT, level: 5, postLevel: 'jptUtama' });
    given(story).then({ state: ['assessmentWindow.open'], tasks: ['assessPost', 'schedulePostAssessment'] });
    story
      .sends('postProfileRecorded', { profile: profile('2026-08-03', everyEight(5)) })
      .sends('recommendationWritten', { items: ['baca'] })
      .sends('verdictConfirmed', {}, SECOND);
    expect(kinds(story)).toEqual(['competency']);
  });
});

describe('the way round the training (skip rule)', () => {
  const PARTICIPATION = { programme: 'PKA', level: 3, issuedOn: '2027-03-03' };
  const faultOf = (change: Partial<SkipQuestion> = {}, policy: Partial<JourneyPolicy> = {}) =>
    faultOfSkip({
      ...{ participation: PARTICIPATION, programme: 'PKA', level: 3, on: '2040-01-01', ...change },
      policy: { ...shipped.journey, ...policy },
    });

  it('asks for the same programme and level, unless the policy asks for the programme alone', () => {
    expect(shipped.journey.skipScope).toBe('programmeAndLevel');
    expect(faultOf()).toBeNull();
    expect(faultOf({ programme: 'PKP' })).toBe('otherProgramme');
    expect(faultOf({ participation: { ...PARTICIPATION, programme: null }, programme: null })).toBe(
      'otherProgramme',
    );
    expect(faultOf({ level: 4 })).toBe('otherLevel');
    expect(faultOf({ level: 4 }, { skipScope: 'programme' })).toBeNull();
    expect(faultOf({ programme: 'PKP' }, { skipScope: 'programme' })).toBe('otherProgramme');
  });

  it('never expires, unless the policy says when', () => {
    expect(shipped.journey.skipExpiry).toBeNull();
    expect(faultOf({ on: '2099-01-01' })).toBeNull();
    expect(faultOf({ on: '2032-03-02' }, { skipExpiry: 'P5Y' })).toBeNull();
    expect(faultOf({ on: '2032-03-03' }, { skipExpiry: 'P5Y' })).toBe('expired');
  });

  it('leads an alumnus straight to the assessment, whose certificate of participation stands for the training', () => {
    const carriedFrom = {
      ...{ journey: 'earlier', profile: null, done: [], passed: true },
      ...{ completionIssued: true, participationIssued: true },
    };
    const story = Story.of({ entry: 'alumnus', carriedFrom });
    given(story).then({ state: ['assessmentWindow.open'] });
    story
      .sends('postProfileRecorded', { profile: profile('2026-08-03') })
      .sends('recommendationWritten', { items: ['baca'] })
      .sends('verdictConfirmed', {}, SECOND);
    expect(kinds(story)).toEqual(['competency']);
  });
});

describe('the talent pool', () => {
  it('receives results only when a person has confirmed them, with the day until which they are valid', () => {
    expect(chapter.recommended().effectsOf('enterTalentPool')).toEqual([]);
    expect(chapter.judged().effectsOf('enterTalentPool')).toEqual([
      { outcome: 'met', level: 3, assessedOn: '2027-03-01', validUntil: '2030-02-28' },
    ]);
  });

  it('receives nothing of a verdict that was returned', () => {
    const story = chapter.recommended().sends('verdictReturned', { reason: 'salah ketik' });
    expect(story.effectsOf('enterTalentPool')).toEqual([]);
  });
});
