import fc from 'fast-check';
import { analyseGaps } from './analyse-gaps.js';
import { catalogue, policy, ratingsOf } from './assessment.fixture.js';
import { COMPETENCIES, MANAGERIAL, type CompetencyCode } from './competency.js';
import type { GapAnalysis } from './gap-analysis.js';
import type { Rating } from './profile.js';
import { standardOfLevel, type Standard } from './standard.js';

function analyse(
  ratings: Rating[] | null,
  standard: Standard = standardOfLevel(3),
  change: Partial<typeof policy> = {},
): GapAnalysis {
  const profile = ratings === null ? null : { ratings, purpose: 'mapping' as const };
  return analyseGaps({ standard, profile, catalogue, policy: { ...policy, ...change } });
}

const codesOf = (analysis: GapAnalysis): CompetencyCode[] =>
  analysis.competencies.map(({ competency }) => competency);

describe('a gap analysis', () => {
  it('lists the competencies in their order with level, gap and severity', () => {
    const analysis = analyse(ratingsOf(MANAGERIAL, 3, { M3: 2, M7: 1, M8: 5 }));
    expect(codesOf(analysis)).toEqual([...MANAGERIAL]);
    expect(analysis.competencies.filter(({ gap }) => gap > 0)).toEqual([
      { competency: 'M3', standard: 3, attained: 2, gap: 1, severity: 'medium' },
      { competency: 'M7', standard: 3, attained: 1, gap: 2, severity: 'high' },
    ]);
    expect(analysis.competencies[7]).toEqual({
      competency: 'M8',
      standard: 3,
      attained: 5,
      gap: 0,
      severity: 'none',
    });
    expect(analysis.jobPersonMatch).toEqual({ attained: 23, standard: 24, percent: 95.83, basis: 8 });
    expect(analysis).toMatchObject({
      category: 'optimal',
      cluster: 'A',
      family: 'organisation',
      meetsStandard: false,
    });
    expect(analysis.rule).toEqual({ kind: 'everyManagerial' });
  });

  it('takes a managerial competency without a rating as a high gap, outside the match', () => {
    const analysis = analyse(ratingsOf(MANAGERIAL, 3, { M2: null }));
    expect(analysis.competencies[1]).toEqual({
      competency: 'M2',
      standard: 3,
      attained: null,
      gap: 3,
      severity: 'high',
    });
    expect(analysis.jobPersonMatch).toEqual({ attained: 21, standard: 21, percent: 100, basis: 7 });
    expect(analysis).toMatchObject({ family: 'others', meetsStandard: false });
  });

  it('without any assessment has eight gaps and no category', () => {
    const analysis = analyse(null);
    expect(analysis.competencies.map(({ gap }) => gap)).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
    expect(analysis).toMatchObject({ category: null, cluster: null, meetsStandard: false });
    expect(analysis.jobPersonMatch.basis).toBe(0);
  });

  it('counts nine where S1 was rated, and leaves S1 out of verdict and family', () => {
    const analysis = analyse(ratingsOf(COMPETENCIES, 3, { S1: 1 }));
    expect(analysis.jobPersonMatch).toEqual({ attained: 25, standard: 27, percent: 92.59, basis: 9 });
    expect(analysis).toMatchObject({ family: null, meetsStandard: true });
    expect(codesOf(analysis)).toContain('S1');
  });

  it('leaves out what the standard does not ask for', () => {
    const analysis = analyse(ratingsOf(COMPETENCIES, 2), { M1: 3, M2: 2 });
    expect(codesOf(analysis)).toEqual(['M1', 'M2']);
    expect(analysis.jobPersonMatch).toEqual({ attained: 4, standard: 5, percent: 80, basis: 2 });
  });

  it('36 of 40 is optimal, one level less fairly optimal', () => {
    const standard = standardOfLevel(5);
    expect(analyse(ratingsOf(MANAGERIAL, 5, { M1: 4, M2: 4, M3: 4, M4: 4 }), standard).category).toBe(
      'optimal',
    );
    expect(analyse(ratingsOf(MANAGERIAL, 5, { M1: 4, M2: 4, M3: 4, M4: 3 }), standard).category).toBe(
      'fairlyOptimal',
    );
  });

  it('uses the scale of its purpose', () => {
    const profile = { ratings: ratingsOf(MANAGERIAL, 4), purpose: 'selection' as const };
    const analysis = analyseGaps({ standard: standardOfLevel(5), profile, catalogue, policy });
    expect(analysis).toMatchObject({ category: 'MS', cluster: 'A', meetsStandard: false });
  });

  it('goes by the cap where it is set', () => {
    const ratings = ratingsOf(MANAGERIAL, 3, { M1: 5, M2: 1 });
    expect(analyse(ratings).jobPersonMatch.percent).toBe(100);
    expect(analyse(ratings, standardOfLevel(3), { capPerCompetency: true }).jobPersonMatch.percent).toBe(
      91.67,
    );
  });
});

describe('the family in need', () => {
  it('is the one with the largest share of gap in its own standards, not with the largest gap', () => {
    // self 2 of 6, others 2 of 9, organisation 2 of 9
    expect(analyse(ratingsOf(MANAGERIAL, 3, { M1: 1, M2: 1, M5: 1 })).family).toBe('self');
    // self 1 of 6, others 2 of 9
    expect(analyse(ratingsOf(MANAGERIAL, 3, { M1: 2, M2: 2, M3: 2 })).family).toBe('others');
  });

  it('of equal shares is the organisation, then others, then oneself', () => {
    const ratings = (otherwise: Partial<Record<CompetencyCode, number>>): Rating[] =>
      ratingsOf(MANAGERIAL, 3, otherwise);
    expect(analyse(ratings({ M2: 2, M5: 2 })).family).toBe('organisation');
    // self 2 of 6 and others 3 of 9 are the same third, which decimals would tell apart only by luck
    expect(analyse(ratings({ M1: 1, M2: 0 })).family).toBe('others');
    expect(analyse(ratings({ M1: 1, M2: 0, M5: 0 })).family).toBe('organisation');
    expect(analyse(ratings({ M1: 2 })).family).toBe('self');
  });

  it('follows another order where it is set', () => {
    const analysis = analyse(ratingsOf(MANAGERIAL, 3, { M2: 2, M5: 2 }), standardOfLevel(3), {
      familyTieOrder: ['self', 'others', 'organisation'],
    });
    expect(analysis.family).toBe('others');
  });

  it('is none without a gap', () => {
    expect(analyse(ratingsOf(MANAGERIAL, 3)).family).toBeNull();
  });
});

describe('a gap analysis, properties', () => {
  const level = fc.nat(5);
  const ratings = fc.tuple(...COMPETENCIES.map(() => fc.option(level))).map((levels) =>
    COMPETENCIES.flatMap((competency, index): Rating[] => {
      const own = levels[index] ?? null;
      return own === null ? [] : [{ competency, level: own }];
    }),
  );
  const standard = fc
    .constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
    .map((one) => standardOfLevel(one));
  const cap = fc.boolean();

  it('property: raising a level lowers neither the match nor the category nor the verdict', () => {
    fc.assert(
      fc.property(ratings, standard, cap, fc.nat(8), (before, asked, capPerCompetency, which) => {
        const raised = before.map((one, index) =>
          index === which && one.level < 5 ? { ...one, level: one.level + 1 } : one,
        );
        const [low, high] = [before, raised].map((one) => analyse(one, asked, { capPerCompetency }));
        expect(high!.jobPersonMatch.percent).toBeGreaterThanOrEqual(low!.jobPersonMatch.percent);
        expect((high!.cluster ?? 'C') <= (low!.cluster ?? 'C')).toBe(true);
        expect(Number(high!.meetsStandard)).toBeGreaterThanOrEqual(Number(low!.meetsStandard));
      }),
    );
  });

  it('property: no severity exactly where there is no gap, and every gap is the missing levels', () => {
    fc.assert(
      fc.property(ratings, standard, (given, asked) => {
        for (const one of analyse(given, asked).competencies) {
          expect(one.gap).toBe(Math.max(0, one.standard - (one.attained ?? 0)));
          expect(one.severity === 'none').toBe(one.attained !== null && one.attained >= one.standard);
        }
      }),
    );
  });

  it('property: everybody who meets the standard is optimal', () => {
    fc.assert(
      fc.property(ratings, standard, (given, asked) => {
        const analysis = analyse(
          given.filter(({ competency }) => competency !== 'S1'),
          asked,
        );
        if (analysis.meetsStandard) expect(analysis.category).toBe('optimal');
      }),
    );
  });

  it('property: the basis counts what was rated, and the cap never raises the match above 100', () => {
    fc.assert(
      fc.property(ratings, standard, (given, asked) => {
        const { jobPersonMatch } = analyse(given, asked, { capPerCompetency: true });
        expect(jobPersonMatch.basis).toBe(given.length);
        expect(jobPersonMatch.percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('property: a family is named exactly when a managerial competency has a gap, and it has one itself', () => {
    fc.assert(
      fc.property(ratings, standard, (given, asked) => {
        const { competencies, family } = analyse(given, asked);
        const gaps = competencies.filter(({ competency, gap }) => competency !== 'S1' && gap > 0);
        const families = gaps.map(
          ({ competency }) => catalogue.competencies.find(({ code }) => code === competency)?.family,
        );
        expect(family === null).toBe(gaps.length === 0);
        if (family !== null) expect(families).toContain(family);
      }),
    );
  });
});
