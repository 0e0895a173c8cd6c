import type { Bilingual } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { Knowledge, KnowledgeLookup } from '#libs/knowledge';
import { isSamePerson, latestGapsOf, REFUSALS, type JourneyContext } from '#libs/journeys';
import { verdictDecision } from '../decisions/verdict-decision.js';
import type { Flip, Rule } from '../decisions/decision.js';
import type { GroupingStanding } from '../grouping/group-book.port.js';
import type { Standing } from '../journeys/journey-view.js';

/** A verdict that waits for the centre's recommendation, for its confirmation, or, returned, for a new result. */
export type VerdictPhase = 'recommendation' | 'confirmation' | 'returned';

export interface UnmetCompetency {
  competency: string;
  name: Bilingual;
  standard: number;
  /** Null where nothing was rated. */
  attained: number | null;
}

export interface VerdictLine {
  journeyId: string;
  phase: VerdictPhase;
  meetsStandard: boolean | null;
  assessedOn: string | null;
  /** 0 after training, else the round that the re-test followed. */
  round: number;
  /** Points attained and asked for over all that was rated, and their share in percent. */
  match: { attained: number; standard: number; percent: number; rated: number } | null;
  unmet: UnmetCompetency[];
  rule: Rule | null;
  flip: Flip | null;
  /** Why the asker in person may not confirm it now; null when he may. */
  obstacle: { code: 'verdict.same_person' | 'verdict.recommendation_missing'; text: Bilingual } | null;
}

type Settings = Pick<Knowledge, 'settings' | 'editions'>;

/** Whether somebody's verdict waits for people. */
export function hasOpenVerdict({ state, status }: GroupingStanding): boolean {
  return status !== 'final' && (state[0] === 'verdict.proposed' || state[0] === 'verdict.returned');
}

/** A verdict with all that whoever confirms it goes by. */
export function verdictLine(
  standing: GroupingStanding,
  knowledge: Settings,
  lookup: KnowledgeLookup,
  asker: string,
): VerdictLine {
  const { context, journeyId } = standing;
  const [decision] = verdictDecision({
    ...{ standing: standingOf(standing), settled: null, history: [], cohort: [], knowledge, lookup },
    viewer: { seesClass: false, seesProposedVerdict: true },
  });
  const { verdict, assessment } = context;
  return {
    ...{ journeyId, phase: phaseOf(standing), obstacle: obstacleFor(context, asker) },
    meetsStandard: verdict?.meetsStandard ?? null,
    assessedOn: assessment?.profile.on ?? null,
    round: assessment?.round ?? 0,
    match: verdict && {
      attained: verdict.attained,
      standard: verdict.standard,
      percent: verdict.percent,
      rated: verdict.rated,
    },
    unmet: verdict ? unmetOf(context, lookup) : [],
    rule: decision?.rule ?? null,
    flip: decision?.flip
      ? withNames(decision.flip, namesIn(lookup.catalogue(context.versions.catalogue)))
      : null,
  };
}

function phaseOf({ state, context }: GroupingStanding): VerdictPhase {
  if (state[0] === 'verdict.returned') return 'returned';
  return context.recommended ? 'confirmation' : 'recommendation';
}

function obstacleFor(context: JourneyContext, asker: string): VerdictLine['obstacle'] {
  const code = isSamePerson(context, asker)
    ? 'verdict.same_person'
    : context.recommended
      ? null
      : 'verdict.recommendation_missing';
  return code && { code, text: REFUSALS[code].detail };
}

function unmetOf(context: JourneyContext, lookup: KnowledgeLookup): UnmetCompetency[] {
  const names = namesIn(lookup.catalogue(context.versions.catalogue));
  const unmet: readonly string[] = context.verdict?.unmet ?? [];
  return latestGapsOf(context, lookup)
    .competencies.filter(({ competency }) => unmet.includes(competency))
    .map(({ competency, standard, attained }) => ({
      ...{ competency, standard, attained },
      name: names.get(competency) ?? { id: competency, en: competency },
    }));
}

/** Competencies by what they are called, for whoever does not go by codes. */
function withNames({ text, change }: Flip, names: Map<string, Bilingual>): Flip {
  const said = (language: keyof Bilingual) =>
    text[language].replace(/\b(M[1-8]|S1)\b/g, (code) => names.get(code)?.[language] ?? code);
  return { text: { id: said('id'), en: said('en') }, change };
}

function namesIn({ competencies }: CompetencyCatalogue): Map<string, Bilingual> {
  return new Map(competencies.map(({ code, name }) => [code, name]));
}

/** As much of a standing as a verdict is told from. */
function standingOf({ journeyId, status, state, context }: GroupingStanding): Standing {
  return {
    ...{ id: journeyId, definition: { key: 'participantJourney', version: 1 }, revision: 0 },
    ...{ status, state, context, allowedEvents: [], deadlines: [] },
    next: { action: 'confirmVerdict', owner: 'institute', deadline: null, due: null },
  };
}
