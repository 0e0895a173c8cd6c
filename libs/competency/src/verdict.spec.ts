import fc from 'fast-check';
import { policy as defaults, ratingsOf } from './assessment.fixture.js';
import type { AssessmentPolicy, VerdictRule } from './assessment.policy.js';
import { COMPETENCIES, MANAGERIAL, type Level } from './competency.js';
import type { Rating } from './profile.js';
import { standardOfLevel } from './standard.js';
import { judgeVerdict, type Verdict } from './verdict.js';

const SELECTION: VerdictRule = { kind: 'jobPersonMatch', purpose: 'selection', percent: 80 };
const MAPPING: VerdictRule = { kind: 'jobPersonMatch', purpose: 'mapping', percent: 90 };

function judge(ratings: Rating[] | null, level: Level, change: Partial<AssessmentPolicy> = {}): Verdict {
  const profile = ratings === null ? null : { ratings };
  return judgeVerdict({ standard: standardOfLevel(level), profile, policy: { ...defaults, ...change } });
}

describe('the verdict by every managerial competency', () => {
  it('is met when all eight reach the standard, and names what would turn it', () => {
    const { meetsStandard, rule, basis } = judge(ratingsOf(MANAGERIAL, 3, { M1: 4 }), 3);
    expect({ meetsStandard, rule }).toEqual({ meetsStandard: true, rule: { kind: 'everyManagerial' } });
    expect(basis).toMatchObject({ attained: 25, standard: 24, percent: 104.17, rated: 8, unmet: [] });
    expect(basis.flip).toMatchObject({ to: 'notMet', changes: [{ competency: 'M2', from: 3, to: 2 }] });
  });

  it('one level too little in one competency is not met, whatever the surplus elsewhere', () => {
    const { meetsStandard, basis } = judge(ratingsOf(MANAGERIAL, 5, { M3: 2 }), 3);
    expect(meetsStandard).toBe(false);
    expect(basis).toMatchObject({ percent: 154.17, unmet: ['M3'] });
    expect(basis.flip).toEqual({
      to: 'met',
      changes: [{ competency: 'M3', from: 2, to: 3 }],
      detail: {
        id: 'Akan memenuhi standar bila M3 berada pada level 3 (kini 2).',
        en: 'Would meet the standard if M3 were at level 3 (now 2).',
      },
    });
  });

  it('a competency without a rating is not met', () => {
    const { meetsStandard, basis } = judge(ratingsOf(MANAGERIAL, 3, { M8: null }), 3);
    expect(meetsStandard).toBe(false);
    expect(basis).toMatchObject({ rated: 7, unmet: ['M8'] });
    expect(basis.flip?.changes).toEqual([{ competency: 'M8', from: null, to: 3 }]);
    expect(basis.flip?.detail.en).toBe('Would meet the standard if M8 were at level 3 (now not rated).');
  });

  it('never looks at S1', () => {
    expect(judge(ratingsOf(COMPETENCIES, 3, { S1: 0 }), 3).meetsStandard).toBe(true);
  });

  it('never looks at indicators', () => {
    const ratings = ratingsOf(MANAGERIAL, 3).map((one) => ({ ...one, indicatorsMet: 0 }));
    expect(judge(ratings, 3).meetsStandard).toBe(true);
  });

  it('without any assessment is not met', () => {
    expect(judge(null, 3)).toMatchObject({
      meetsStandard: false,
      basis: { rated: 0, attained: 0, percent: 0 },
    });
  });

  it('a standard without managerial competencies is met by nobody', () => {
    const profile = { ratings: ratingsOf(COMPETENCIES, 5) };
    const verdict = judgeVerdict({ standard: { S1: 1 }, profile, policy: defaults });
    expect(verdict).toMatchObject({ meetsStandard: false, basis: { flip: null } });
  });
});

describe('the verdict by job-person match', () => {
  it('80 % is met with every competency one below level 5, and says which they are', () => {
    const { meetsStandard, basis } = judge(ratingsOf(MANAGERIAL, 4), 5, { verdictRule: SELECTION });
    expect(meetsStandard).toBe(true);
    expect(basis).toMatchObject({ attained: 32, standard: 40, percent: 80, unmet: [...MANAGERIAL] });
    expect(basis.flip).toMatchObject({ to: 'notMet', changes: [{ competency: 'M1', from: 4, to: 3 }] });
  });

  it('36 of 40 is exactly 90 %, 35 is not', () => {
    const four = { M1: 4, M2: 4, M3: 4, M4: 4 };
    expect(judge(ratingsOf(MANAGERIAL, 5, four), 5, { verdictRule: MAPPING }).meetsStandard).toBe(true);
    const less = judge(ratingsOf(MANAGERIAL, 5, { ...four, M4: 3 }), 5, { verdictRule: MAPPING });
    expect(less.meetsStandard).toBe(false);
    expect(less.basis.flip?.changes).toEqual([{ competency: 'M4', from: 3, to: 4 }]);
  });

  it('goes by the eight alone, also where nine were rated', () => {
    expect(
      judge(ratingsOf(COMPETENCIES, 5, { M1: 2, M2: 4, S1: 0 }), 5, { verdictRule: MAPPING }).meetsStandard,
    ).toBe(true);
  });

  it('an incomplete result is not met, however high the rest', () => {
    const { meetsStandard, basis } = judge(ratingsOf(MANAGERIAL, 5, { M5: null }), 3, {
      verdictRule: SELECTION,
    });
    expect(meetsStandard).toBe(false);
    expect(basis.flip?.changes).toEqual([{ competency: 'M5', from: null, to: 0 }]);
  });

  it('with the cap, levels lost above the standard are lost in vain and count in the smallest change', () => {
    const ratings = ratingsOf(MANAGERIAL, 5, { M8: 3 });
    const { meetsStandard, basis } = judge(ratings, 3, { verdictRule: MAPPING, capPerCompetency: true });
    expect(meetsStandard).toBe(true);
    expect(basis).toMatchObject({ attained: 24, standard: 24 });
    expect(basis.flip?.changes).toEqual([{ competency: 'M8', from: 3, to: 0 }]);
  });

  it('says so when nothing could turn it', () => {
    const beyond: VerdictRule = { kind: 'jobPersonMatch', purpose: 'mapping', percent: 101 };
    const verdict = judge(ratingsOf(MANAGERIAL, 5), 5, { verdictRule: beyond });
    expect(verdict).toMatchObject({ meetsStandard: false, basis: { flip: null } });
  });
});

describe('the verdict, properties', () => {
  const ratings = fc.tuple(...MANAGERIAL.map(() => fc.option(fc.nat(5)))).map((levels) =>
    MANAGERIAL.flatMap((competency, index): Rating[] => {
      const level = levels[index] ?? null;
      return level === null ? [] : [{ competency, level }];
    }),
  );
  const level = fc.constantFrom<Level>(1, 2, 3, 4, 5);
  const change = fc.record({
    verdictRule: fc.constantFrom<VerdictRule>({ kind: 'everyManagerial' }, SELECTION, MAPPING),
    capPerCompetency: fc.boolean(),
  });

  const applied = (given: Rating[], verdict: Verdict): Rating[] => {
    const changed = verdict.basis.flip?.changes ?? [];
    const kept = given.filter(({ competency }) => !changed.some((one) => one.competency === competency));
    return [...kept, ...changed.map(({ competency, to }) => ({ competency, level: to }))];
  };

  it('property: the change that it names turns it', () => {
    fc.assert(
      fc.property(ratings, level, change, (given, asked, settings) => {
        const verdict = judge(given, asked, settings);
        expect(verdict.basis.flip).not.toBeNull();
        expect(judge(applied(given, verdict), asked, settings).meetsStandard).toBe(!verdict.meetsStandard);
      }),
    );
  });

  it('property: one level less of that change does not turn it', () => {
    fc.assert(
      fc.property(ratings, level, change, fc.nat(7), (given, asked, settings, which) => {
        const verdict = judge(given, asked, settings);
        const changes = verdict.basis.flip?.changes ?? [];
        const one = changes[which % Math.max(1, changes.length)];
        if (one === undefined || one.from === null || one.from === one.to) return;
        const back = one.to + Math.sign(one.from - one.to);
        const almost = applied(given, verdict).map((rating) =>
          rating.competency === one.competency ? { ...rating, level: back } : rating,
        );
        expect(judge(almost, asked, settings).meetsStandard).toBe(verdict.meetsStandard);
      }),
    );
  });

  it('property: unmet are exactly those below the standard or without a rating', () => {
    fc.assert(
      fc.property(ratings, level, change, (given, asked, settings) => {
        const met = given.filter((one) => one.level >= asked).map(({ competency }) => competency);
        const expected = MANAGERIAL.filter((code) => !met.includes(code));
        expect(judge(given, asked, settings).basis.unmet).toEqual(expected);
      }),
    );
  });
});
