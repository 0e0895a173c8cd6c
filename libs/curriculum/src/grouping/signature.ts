import {
  isManagerial,
  MANAGERIAL,
  type CompetencyCode,
  type CompetencyGap,
  type ManagerialCode,
} from '#libs/competency';

/** A participant as the grouping sees him or her: an id that means nothing, and the gaps. */
export interface GroupingMember {
  journeyId: string;
  gaps: readonly Pick<CompetencyGap, 'competency' | 'severity' | 'gap'>[];
}

/** What of a member decides the group. */
export interface Standing {
  journeyId: string;
  /** The signature as a set of bits, M1 the lowest. */
  mask: number;
  /** Sum of the gaps of the eight managerial competencies, in levels. */
  gapSum: number;
}

/**
 * The managerial competencies with a medium or high gap, in the order of PermenPANRB 38/2017: what coaching works on (seed
 * 002, Alternatives III b and IV b, "the same gap"). S1 is left out as in the focus of coaching: the programme's coaching is
 * about the eight.
 */
export function signatureOf(gaps: GroupingMember['gaps']): ManagerialCode[] {
  const grave = new Set<CompetencyCode>();
  for (const { competency, severity } of gaps) {
    if (severity === 'medium' || severity === 'high') grave.add(competency);
  }
  return MANAGERIAL.filter((code) => grave.has(code));
}

/** Everyone's standing, by id in code units: the order in which people were listed must never decide. */
export function standingsOf(members: readonly GroupingMember[]): Standing[] {
  return members.map(standingOf).sort((a, b) => compareIds(a.journeyId, b.journeyId));
}

/** The signature behind a set of bits. */
export function signatureOfMask(mask: number): ManagerialCode[] {
  return MANAGERIAL.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function standingOf({ journeyId, gaps }: GroupingMember): Standing {
  const signature = new Set(signatureOf(gaps));
  return {
    journeyId,
    mask: MANAGERIAL.reduce((mask, code, bit) => (signature.has(code) ? mask | (1 << bit) : mask), 0),
    gapSum: gaps.reduce((sum, { competency, gap }) => (isManagerial(competency) ? sum + gap : sum), 0),
  };
}
