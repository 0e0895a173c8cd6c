import type { Bilingual, Language } from '#libs/calendar';
import { SEVERITIES, type CompetencyGap, type Severity } from '#libs/competency';
import { classNameOf, type LearningPlan } from '#libs/curriculum';
import { gapsOf, learningPlanOf, type JourneyContext, type JourneyKnowledge } from '#libs/journeys';
import type { KnowledgeLookup } from '#libs/knowledge';
import type { Viewer } from '../journeys/viewer.js';

/** One placement as whoever confirms many needs it: what it rests on, what it asks, and what is still missing. */
export interface PlacementSummary {
  gaps: Record<Severity, number>;
  /** Where there is a gap, the largest first. */
  weakest: {
    competency: string;
    name: string;
    severity: Severity;
    attained: number | null;
    standard: number;
  }[];
  /** Percent of the standards attained; absent where it would tell the class. */
  jobPersonMatch?: number | null;
  /** The class that is proposed or set. Organiser and coach only (seed 002, Alternative II, stigma). */
  className?: string | null;
  plan: { required: number; mandatory: number; optional: number; hours: number | null } | null;
  reason: string;
  /** Nobody with a gap is assessed without the training. */
  directAssessment: boolean;
  lacks: ('class' | 'coach' | 'mentor')[];
}

const RANK: readonly Severity[] = ['high', 'medium', 'low'];

export function placementSummary(
  context: JourneyContext,
  viewer: Pick<Viewer, 'seesClass'>,
  knowledge: KnowledgeLookup,
  language: Language,
): PlacementSummary {
  const { competencies, jobPersonMatch } = gapsOf(context, knowledge);
  const names = namesIn(context, knowledge, language);
  const weakest = competencies
    .filter(({ gap }) => gap > 0)
    .sort((one, other) => RANK.indexOf(one.severity) - RANK.indexOf(other.severity) || other.gap - one.gap);
  const plan = learningPlanOf(context, knowledge);
  const counted = countedIn(competencies);
  const asked = plan && askedBy(plan);
  const hidesMatch = context.pathway === 'cluster' && !viewer.seesClass;
  return {
    gaps: counted,
    weakest: weakest.map(({ competency, severity, attained, standard }) => ({
      ...{ competency, name: names.get(competency) ?? competency, severity, attained, standard },
    })),
    ...(!hidesMatch && { jobPersonMatch: context.baseline ? jobPersonMatch.percent : null }),
    ...(context.pathway === 'cluster' && viewer.seesClass && { className: classIn(plan, language) }),
    plan: asked,
    reason: reasonOf(context, weakest, names, asked)[language],
    directAssessment: context.baseline !== null && weakest.length === 0,
    lacks: lacksOf(context),
  };
}

function countedIn(competencies: readonly CompetencyGap[]): Record<Severity, number> {
  const counted = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of competencies) counted[severity] += 1;
  return counted;
}

/** A course counts once, however many stages it is in; hours are those of all its stages. */
function askedBy({ stages }: LearningPlan): NonNullable<PlacementSummary['plan']> {
  const lines = stages.flatMap(({ courses }) => courses);
  const count = (decision: string) =>
    new Set(lines.filter((line) => line.decision === decision).map(({ course }) => course)).size;
  const owed = lines.filter(({ decision, added }) => decision !== 'optional' || added === true);
  const known = owed.flatMap(({ hours }) => hours ?? []);
  return {
    ...{ required: count('required'), mandatory: count('mandatory'), optional: count('optional') },
    hours: known.length === 0 ? null : known.reduce((sum, hours) => sum + hours, 0),
  };
}

function classIn(plan: LearningPlan | null, language: Language): string | null {
  return plan?.cluster === undefined ? null : classNameOf(plan.cluster)[language];
}

function namesIn(
  { versions }: JourneyContext,
  knowledge: JourneyKnowledge,
  language: Language,
): Map<string, string> {
  const { competencies } = knowledge.catalogue(versions.catalogue);
  return new Map(competencies.map(({ code, name }) => [code, name[language]]));
}

type Gap = Pick<CompetencyGap, 'competency' | 'severity'>;

function reasonOf(
  { baseline }: JourneyContext,
  weakest: readonly Gap[],
  names: ReadonlyMap<string, string>,
  plan: PlacementSummary['plan'],
): Bilingual {
  if (baseline === null) return NO_REPORT;
  if (weakest.length === 0) return NO_GAP;
  const largest = weakest.filter(({ severity }) => severity === weakest[0]?.severity).slice(0, 2);
  const said = largest.map(({ competency }) => names.get(competency) ?? competency);
  const count = String(weakest.length);
  const courses = plan && String(plan.required + plan.mandatory);
  return {
    id: `${count} kompetensi di bawah standar, terbesar ${said.join(' dan ')}${courses === null ? '' : `; karena itu ${courses} mata pelatihan harus diikuti`}.`,
    en: `${count} competencies are below the standard, most of all ${said.join(' and ')}${courses === null ? '' : `; hence ${courses} courses are to be taken`}.`,
  };
}

/** What the pathway asks before a confirmed placement goes on by itself. */
function lacksOf({ pathway, coach, mentor, class: set }: JourneyContext): PlacementSummary['lacks'] {
  if (pathway === null) return [];
  const isCoached = pathway === 'a-la-carte' || pathway === 'generic-plus';
  return [
    ...(pathway === 'cluster' && set === null ? (['class'] as const) : []),
    ...(isCoached && coach === null ? (['coach'] as const) : []),
    ...(mentor === null ? (['mentor'] as const) : []),
  ];
}

const NO_REPORT: Bilingual = {
  id: 'Belum ada laporan asesmen, jadi setiap kompetensi dihitung sebagai kesenjangan.',
  en: 'There is no assessment report, so every competency counts as a gap.',
};
const NO_GAP: Bilingual = {
  id: 'Tidak ada kompetensi di bawah standar; dapat langsung dinilai tanpa pelatihan.',
  en: 'No competency is below the standard; the assessment may follow at once, without the training.',
};
