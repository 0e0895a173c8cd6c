import type { CompetencyCode, JourneyView } from './event-types.js';

export interface SensibleCompetency {
  competency: CompetencyCode;
  standard: number | null;
  attained: number | null;
}

/** After a verdict the unmet ones; before it those with a gap, and all where there is none. */
export function sensibleCompetencies({ gaps, gapsAfter, verdict }: JourneyView): SensibleCompetency[] {
  const known = new Map(
    [...(gaps?.competencies ?? []), ...(gapsAfter?.competencies ?? [])].map((line) => [
      line.competency,
      line,
    ]),
  );
  const line = (competency: CompetencyCode): SensibleCompetency => ({
    competency,
    standard: known.get(competency)?.standard ?? null,
    attained: known.get(competency)?.attained ?? null,
  });
  if (verdict && verdict.basis.unmet.length > 0) return verdict.basis.unmet.map((code) => line(code));
  const all = gaps?.competencies ?? [];
  const lacking = all.filter(({ gap }) => gap > 0);
  return (lacking.length > 0 ? lacking : all).map(({ competency }) => line(competency));
}
