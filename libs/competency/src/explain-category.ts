import type { AssessmentPolicy } from './assessment.policy.js';
import { categoryOf } from './category.js';
import { cheapest, ladderOf, waysByWorth, type Ladder, type LevelFlip, type Way } from './explain-steps.js';
import type { Category, CompetencyGap, JobPersonMatch } from './gap-analysis.js';
import { jobPersonMatchOf } from './job-person-match.js';
import type { AssessmentPurpose } from './profile.js';

type CategoryPolicy = Pick<AssessmentPolicy, 'categories' | 'capPerCompetency'>;

export interface CategoryQuestion {
  /** What the analysis lists: with it only these levels could have been others. */
  competencies: readonly Pick<CompetencyGap, 'competency' | 'standard' | 'attained'>[];
  purpose: AssessmentPurpose;
  policy: CategoryPolicy;
}

export interface CategoryExplanation {
  category: Category | null;
  jobPersonMatch: JobPersonMatch;
  /** From the best to the worst, each with its lowest percentage. */
  scale: { category: Category; from: number }[];
  capPerCompetency: boolean;
  /** The cheapest change into a better category, and into a worse one; null where there is none. */
  up: LevelFlip<Category> | null;
  down: LevelFlip<Category> | null;
}

/**
 * What a category stands on and which levels would give the next one up or down (Peraturan BKN 26/2019; Peraturan BRIN
 * 3/2023, article 33). A change may jump over a category where levels are coarse; `to` says where it leads. Without any
 * rating there is no category, and `up` is the least that gives one.
 */
export function explainCategory(question: CategoryQuestion): CategoryExplanation {
  const { competencies, purpose, policy } = question;
  const jobPersonMatch = matchOf(question, {});
  const category = categoryOf(jobPersonMatch, purpose, policy.categories);
  const scale = scaleOf(purpose, policy);
  const place = scale.findIndex((one) => one.category === category);
  const ladders = competencies.map(({ competency, attained }) => ladderOf(competency, attained));
  const led = (way: Way | null): LevelFlip<Category> | null => way && leadTo(question, way);
  const above = scale[place - 1];
  return {
    category,
    jobPersonMatch,
    scale,
    capPerCompetency: policy.capPerCompetency,
    up: led(category === null ? firstRating(ladders) : above ? wayTo(question, above.from, 'reach') : null),
    down: led(place < 0 || place === scale.length - 1 ? null : wayTo(question, scale[place]!.from, 'miss')),
  };
}

/** The cheapest change after which the match reaches, or misses, a percentage; null where no levels do. */
export function wayTo(
  { competencies, policy }: Omit<CategoryQuestion, 'purpose'>,
  percent: number,
  aim: 'reach' | 'miss',
): Way | null {
  const standards = new Map(competencies.map(({ competency, standard }) => [competency, standard]));
  const bar = Math.round(percent * 100);
  const worthOf = ({ competency }: Ladder, level: number | null): number => {
    if (level === null) return 0;
    const standard = standards.get(competency) ?? 0;
    return 10_000 * (policy.capPerCompetency ? Math.min(level, standard) : level) - bar * standard;
  };
  const ladders = competencies.map(({ competency, attained }) => ladderOf(competency, attained));
  const reached = startsOf(ladders).flatMap((start) =>
    [...waysByWorth(start, worthOf)].filter(([worth]) => (aim === 'reach' ? worth >= 0 : worth < 0)),
  );
  return cheapest(reached.map(([, way]) => way));
}

/** Nothing rated reaches no percentage: then each way begins with one competency that is rated, whichever it is. */
function startsOf(ladders: Ladder[]): Ladder[][] {
  if (ladders.some(({ from }) => from !== null)) return [ladders];
  return ladders.map((_, rated) =>
    ladders.map((ladder, index) =>
      index === rated ? { ...ladder, options: ladder.options.filter(({ to }) => to !== null) } : ladder,
    ),
  );
}

function firstRating([first]: Ladder[]): Way | null {
  return first ? { steps: 1, changes: [{ competency: first.competency, from: null, to: 0 }] } : null;
}

function leadTo(question: CategoryQuestion, way: Way): LevelFlip<Category> | null {
  const levels = Object.fromEntries(way.changes.map(({ competency, to }) => [competency, to]));
  const { purpose, policy } = question;
  const to = categoryOf(matchOf(question, levels), purpose, policy.categories);
  return to && { to, ...way };
}

function matchOf(
  { competencies, policy }: CategoryQuestion,
  changed: Partial<Record<string, number>>,
): JobPersonMatch {
  const rated = competencies.flatMap(({ competency, standard, attained }) => {
    const level = changed[competency] ?? attained;
    return level === null ? [] : [{ attained: level, standard }];
  });
  return jobPersonMatchOf(rated, policy.capPerCompetency);
}

function scaleOf(purpose: AssessmentPurpose, { categories }: CategoryPolicy): CategoryExplanation['scale'] {
  const { mapping, selection } = categories;
  return purpose === 'selection'
    ? [
        { category: 'MS', from: selection.MS },
        { category: 'MMS', from: selection.MMS },
        { category: 'KMS', from: 0 },
      ]
    : [
        { category: 'optimal', from: mapping.optimal },
        { category: 'fairlyOptimal', from: mapping.fairlyOptimal },
        { category: 'lessOptimal', from: 0 },
      ];
}
