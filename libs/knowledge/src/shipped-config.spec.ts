import { isWorkingDay } from '#libs/calendar';
import { COMPETENCIES, KSA_COLUMNS, MANAGERIAL, type CompetencyCatalogue } from '#libs/competency';
import { STAGES } from '#libs/curriculum';
import { SHIPPED } from './config-copy.fixture.js';
import { loadKnowledge, lookupIn } from './index.js';

const knowledge = loadKnowledge(SHIPPED);
const lookup = lookupIn(knowledge);
const { current } = knowledge;
const catalogue: CompetencyCatalogue = lookup.catalogue(current.catalogue);
const programmes = lookup.programmes(current.programmes);

// Items by competency (rows) and level (columns) in the five columns of the matrix: seed 002, annex I.
const KSA_COUNTS: Record<(typeof MANAGERIAL)[number], string[]> = {
  M1: ['6/2/2/3/0', '9/2/3/6/3', '10/2/4/6/3', '11/2/3/6/3', '8/2/2/7/3'],
  M2: ['4/2/3/5/0', '5/2/3/6/3', '4/3/4/7/3', '10/2/3/7/3', '4/2/3/7/3'],
  M3: ['3/2/2/2/0', '4/3/4/5/3', '4/2/2/5/3', '3/3/2/6/3', '6/3/3/6/3'],
  M4: ['5/3/2/5/0', '10/2/2/6/3', '7/2/2/6/3', '8/2/1/6/3', '13/1/2/6/3'],
  M5: ['4/1/3/4/0', '6/1/3/7/4', '8/3/2/8/4', '8/2/2/7/4', '7/2/3/7/4'],
  M6: ['5/2/1/4/0', '6/2/2/5/3', '7/2/3/6/3', '3/3/2/7/3', '6/3/2/9/3'],
  M7: ['4/2/1/2/0', '4/3/1/4/4', '4/3/3/5/4', '6/4/5/6/3', '7/3/6/6/3'],
  M8: ['4/3/0/2/0', '2/3/0/2/2', '2/3/1/5/0', '4/4/3/8/2', '8/5/2/9/2'],
};

const cellsOf = (code: string) => catalogue.ksa.filter(({ competency }) => competency === code);

describe('the shipped catalogue', () => {
  it.each(MANAGERIAL)('holds every item of the matrix for %s', (code) => {
    const counts = cellsOf(code).map((cell) => KSA_COLUMNS.map((column) => cell[column].length).join('/'));
    expect(counts).toEqual(KSA_COUNTS[code]);
  });

  it('holds 756 items in all', () => {
    const sums = KSA_COLUMNS.map((column) =>
      catalogue.ksa.reduce((sum, cell) => sum + cell[column].length, 0),
    );
    expect(sums).toEqual([239, 98, 97, 226, 96]);
    expect(sums.reduce((sum, part) => sum + part, 0)).toBe(756);
  });

  it('marks the columns that are cut off in the paper', () => {
    const marked = catalogue.ksa.filter(({ incomplete }) => incomplete.length > 0);
    expect(
      marked.map(({ competency, level, incomplete }) => `${competency}.${level} ${incomplete.join('+')}`),
    ).toEqual([
      'M2.3 knowledge',
      'M2.4 knowledge',
      'M2.5 knowledge',
      'M3.4 skillInterpersonal',
      'M6.4 knowledge',
      'M8.2 knowledge',
      'M8.3 knowledge+learningModels',
      'M8.4 knowledge',
    ]);
  });

  it('describes nine competencies with five levels each, never two alike', () => {
    expect(catalogue.competencies.map(({ code }) => code)).toEqual([...COMPETENCIES]);
    const texts = catalogue.competencies.flatMap(({ definition, levels }) =>
      [definition, ...levels.map(({ descriptor }) => descriptor)].flatMap(({ id, en }) => [id, en]),
    );
    expect(texts).toHaveLength(9 * 6 * 2);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has no family without competencies', () => {
    const families = catalogue.competencies.map(({ code, family }) => `${code} ${family}`).join(', ');
    expect(families).toBe(
      'M1 self, M2 others, M3 others, M4 self, M5 organisation, M6 others, M7 organisation, M8 organisation, S1 null',
    );
  });

  it('gives each post the level and the programme of table 4', () => {
    expect(
      catalogue.posts.map(({ postLevel, level, programme }) => `${postLevel} ${level} ${programme}`),
    ).toEqual([
      'staff 1 null',
      'supervisor 2 PKP',
      'administrator 3 PKA',
      'jptPratama 4 PKN2',
      'jptMadya 5 PKN1',
      'jptUtama 5 null',
      'functionalPertama 2 null',
      'functionalMuda 3 null',
      'functionalMadya 4 null',
      'functionalUtama 5 null',
    ]);
  });
});

describe('the shipped programmes', () => {
  const courses = programmes.flatMap((programme) => programme.courses);

  it('are four with 54 courses', () => {
    expect(programmes.map((programme) => `${programme.code} ${programme.courses.length}`)).toEqual([
      'PKN1 11',
      'PKN2 13',
      'PKA 15',
      'PKP 15',
    ]);
    expect(new Set(courses.map(({ code }) => code)).size).toBe(54);
  });

  it('make actualisation, and nothing else, mandatory with all eight competencies as targets', () => {
    const mandatory = courses.filter((course) => course.mandatory);
    expect(mandatory).toEqual(courses.filter(({ agenda }) => agenda === 4));
    expect(mandatory).toHaveLength(11);
    for (const { targets } of mandatory) expect(targets).toEqual([...MANAGERIAL]);
  });

  it.each(STAGES)('have courses and hours in %s', (stage) => {
    for (const programme of programmes) {
      const hours = programme.courses.flatMap(({ stages }) =>
        stages.filter((entry) => entry.stage === stage),
      );
      expect(hours.length).toBeGreaterThan(5);
      expect(hours.every((entry) => entry.hours !== null)).toBe(true);
    }
  });

  it('develop every competency by a course that can be left out', () => {
    for (const { courses: all } of programmes) {
      const targets = new Set(all.filter(({ mandatory }) => !mandatory).flatMap((course) => course.targets));
      expect([...targets].sort()).toEqual([...MANAGERIAL]);
    }
  });

  it('say that stages, hours, targets and fees are placeholders', () => {
    const pka = knowledge.settings.filter(({ file }) => file === 'config/programmes/pka.yaml');
    expect(pka.every(({ illustrative }) => illustrative)).toBe(true);
    expect(pka.map(({ path }) => path)).toEqual([
      'fee.assessmentBefore',
      'fee.training',
      'fee.assessmentAfter',
      'courses[].targets',
      'courses[].stages',
      'courses[].hours',
    ]);
    expect(lookup.programme(current.programmes, 'PKA').feeLines.training.amount).toBe(22_125_000);
  });
});

describe('the shipped policy', () => {
  const policy = lookup.policy(current.policy);

  it('keeps the periods of the paper', () => {
    const { assessmentOpens, assessmentCloses, remediation, certificateValidity } = policy.journey;
    expect([assessmentOpens, assessmentCloses, remediation, certificateValidity]).toEqual([
      'P3M',
      'P12M',
      'P60D',
      'P3Y',
    ]);
  });

  it('leaves no doubt which settings are only placeholders', () => {
    const placeholders = knowledge.settings
      .filter(({ file, illustrative }) => file.includes('/policies/') && !illustrative)
      .map(({ path }) => path);
    expect(placeholders).toEqual([
      'assessment.severity.low',
      'assessment.severity.medium',
      'assessment.categories.mapping.optimal',
      'assessment.categories.mapping.fairlyOptimal',
      'assessment.categories.selection.MS',
      'assessment.categories.selection.MMS',
      'assessment.capPerCompetency',
      'assessment.reportValidity',
      'assessment.indicatorsPerLevel',
      'curriculum.nationalPathway',
      'curriculum.briefingRequiredOn',
      'curriculum.feeNote',
      'journey.assessmentOpens',
      'journey.assessmentCloses',
      'journey.remediation',
      'journey.maxRounds',
      'journey.skipExpiry',
      'journey.certificateValidity',
      'journey.legalBasis',
      'journey.talentPoolPurpose',
    ]);
  });

  it('gives whoever fails a component to repeat', () => {
    expect(policy.evaluation.componentBar).toBeGreaterThanOrEqual(policy.evaluation.passMark);
  });
});

describe('the shipped calendars', () => {
  it.each([
    ['2025', 17, 11],
    ['2026', 17, 8],
    ['2027', 18, 8],
  ])('hold the decree for %s: %i national holidays, %i days of collective leave', (year, national, leave) => {
    const days = lookup.calendar(`${year}.1`).holidays.filter(({ date }) => date.startsWith(year));
    expect(days.filter(({ kind }) => kind === 'national')).toHaveLength(national);
    expect(days.filter(({ kind }) => kind === 'collectiveLeave')).toHaveLength(leave);
  });

  it('close the offices around Idul Fitri 2026', () => {
    const calendar = lookup.calendar('2026.1');
    const open = ['17', '18', '19', '20', '21', '22', '23', '24', '25'].filter((day) =>
      isWorkingDay(calendar, `2026-03-${day}`),
    );
    expect(open).toEqual(['17', '25']);
  });

  it('show which years are decreed', () => {
    expect(lookup.calendar('2026.1').years).toEqual([2025, 2026]);
    expect(lookup.calendar('2027.1').years).toEqual([2025, 2026, 2027]);
  });
});
