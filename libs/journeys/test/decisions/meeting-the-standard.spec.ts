import { analyseGaps, judgeVerdict, standardOfLevel, type Level, type VerdictRule } from '#libs/competency';
import * as chapter from '../dsl/chapters.js';
import {
  catalogue,
  eight,
  everyEight,
  gapsOfAdministrator,
  shipped,
  type Levels,
} from './shipped.fixture.js';

const verdictOf = (
  levels: Levels,
  verdictRule: VerdictRule = shipped.assessment.verdictRule,
  level: Level = 3,
) =>
  judgeVerdict({
    standard: standardOfLevel(level),
    profile: eight(levels),
    policy: { ...shipped.assessment, verdictRule },
  });

const BY_SELECTION: VerdictRule = { kind: 'jobPersonMatch', purpose: 'selection', percent: 80 };
const BY_MAPPING: VerdictRule = { kind: 'jobPersonMatch', purpose: 'mapping', percent: 90 };

describe('"memenuhi SKJ", for which the paper gives no number', () => {
  it('compares strictly, every managerial competency, unless the policy says a job-person match', () => {
    const allOneShort = everyEight(4);
    expect(shipped.assessment.verdictRule).toEqual({ kind: 'everyManagerial' });
    expect(verdictOf({ M2: 2 })).toMatchObject({
      meetsStandard: false,
      basis: { percent: 95.83, unmet: ['M2'] },
    });
    expect(verdictOf({ M2: 2 }, BY_MAPPING).meetsStandard).toBe(true);
    expect(verdictOf(allOneShort, BY_SELECTION, 5)).toMatchObject({
      meetsStandard: true,
      basis: { percent: 80 },
    });
    expect(verdictOf(allOneShort, BY_MAPPING, 5).meetsStandard).toBe(false);
  });

  it('keeps the rule and its numbers with each decision', () => {
    const story = chapter.judged({ M2: 2 });
    expect(story.context.verdict).toEqual({
      ...{ meetsStandard: false, rule: { kind: 'everyManagerial' }, unmet: ['M2'] },
      ...{ attained: 23, standard: 24, percent: 95.83, rated: 8 },
    });
  });
});

describe('eight competencies in the paper, nine in assessments', () => {
  it('certifies on the eight: S1 below its standard stands in nobody’s way', () => {
    expect(verdictOf({ S1: 1 }).meetsStandard).toBe(true);
    expect(chapter.judged({ S1: 1 }).effectsOf('issueCertificate')).toContainEqual(
      expect.objectContaining({ kind: 'competency' }),
    );
  });

  it('reckons the match over what the report covered, eight or nine, and the category with it', () => {
    const twoShort = { M2: 2, M3: 2 };
    expect(gapsOfAdministrator(eight(twoShort))).toMatchObject({
      jobPersonMatch: { attained: 22, standard: 24, percent: 91.67, basis: 8 },
      category: 'optimal',
    });
    expect(gapsOfAdministrator(eight({ ...twoShort, S1: 1 }))).toMatchObject({
      jobPersonMatch: { attained: 23, standard: 27, percent: 85.19, basis: 9 },
      category: 'fairlyOptimal',
    });
  });
});

describe('a match above its standard', () => {
  const surplus = eight({ M1: 5, M2: 1 });

  it('is the raw fraction of the report form, above 100 % where levels are', () => {
    expect(gapsOfAdministrator(eight(everyEight(5))).jobPersonMatch.percent).toBe(166.67);
    expect(gapsOfAdministrator(surplus)).toMatchObject({
      jobPersonMatch: { percent: 100 },
      category: 'optimal',
    });
  });

  it('can be capped at each standard, so that a surplus pays for no gap', () => {
    expect(shipped.assessment.capPerCompetency).toBe(false);
    expect(gapsOfAdministrator(surplus, { capPerCompetency: true }).jobPersonMatch).toMatchObject({
      attained: 22,
      percent: 91.67,
    });
  });

  it('pays for no gap in what is required, capped or not', () => {
    for (const capPerCompetency of [false, true]) {
      const { competencies, meetsStandard } = gapsOfAdministrator(surplus, { capPerCompetency });
      expect(competencies.filter(({ gap }) => gap > 0)).toMatchObject([{ competency: 'M2', gap: 2 }]);
      expect(meetsStandard).toBe(false);
    }
  });
});

describe('how grave a gap is, by a rule for technical competence that knows no "low" with three indicators', () => {
  const severityOf = (standard: Level, indicatorsMet: number) =>
    analyseGaps({
      standard: { M1: standard },
      profile: { ratings: [{ competency: 'M1', level: standard - 1, indicatorsMet }], purpose: 'mapping' },
      catalogue,
      policy: shipped.assessment,
    }).competencies[0]?.severity;

  it.each<[Level, number, number]>([
    [2, 5, 3],
    [3, 7, 5],
    [4, 9, 6],
    [5, 12, 8],
  ])('counts indicators cumulatively up to level %i: low from %i, medium from %i', (level, low, medium) => {
    expect([low, low - 1, medium, medium - 1].map((met) => severityOf(level, met))).toEqual([
      ...['low', 'medium', 'medium', 'high'],
    ]);
  });

  it('applies the same fractions to levels where a report gives no indicators', () => {
    const graves = ([level, attained]: [Level, number]) =>
      analyseGaps({
        standard: { M1: level },
        profile: { ratings: [{ competency: 'M1', level: attained }], purpose: 'mapping' },
        catalogue,
        policy: shipped.assessment,
      }).competencies[0]?.severity;
    const pairs: [Level, number][] = [
      ...([
        [5, 4],
        [4, 3],
      ] as [Level, number][]),
      [3, 2],
      [5, 3],
      [2, 1],
      [4, 2],
      [5, 2],
      [3, 1],
    ];
    expect(pairs.map(graves)).toEqual([
      ...['low', 'low', 'medium', 'medium', 'medium', 'medium', 'high', 'high'],
    ]);
  });
});
