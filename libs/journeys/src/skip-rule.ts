import { validUntil, type LocalDate } from '#libs/calendar';
import type { ProgrammeCode } from '#libs/curriculum';
import type { JourneyPolicy } from './policy.js';

export interface SkipQuestion {
  /** The certificate of participation. */
  participation: { programme: string | null; level: number; issuedOn: LocalDate };
  /** The programme that would be taken again. */
  programme: ProgrammeCode | null;
  /** Of the standard of the target post. */
  level: number;
  on: LocalDate;
  policy: Pick<JourneyPolicy, 'skipScope' | 'skipExpiry'>;
}

export type SkipFault = 'otherProgramme' | 'otherLevel' | 'expired';

/**
 * Why a certificate of participation does not spare the training; null when its holder goes straight to the assessment
 * (seed 002, Alternatives I to IV d: not the same training again from the start). What counts as the same, and until
 * when, are settings.
 */
export function faultOfSkip({ participation, programme, level, on, policy }: SkipQuestion): SkipFault | null {
  if (participation.programme === null || participation.programme !== programme) return 'otherProgramme';
  if (policy.skipScope === 'programmeAndLevel' && participation.level !== level) return 'otherLevel';
  const isOver = policy.skipExpiry !== null && on > validUntil(participation.issuedOn, policy.skipExpiry);
  return isOver ? 'expired' : null;
}
