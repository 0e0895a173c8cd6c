import {
  withOffset,
  type Bilingual,
  type Instant,
  type Language,
  type LocalDate,
  type Zone,
} from '#libs/calendar';
import { sourceIn } from '#libs/knowledge';

export type DecisionKind = 'report' | 'placement' | 'planLine' | 'cluster' | 'group' | 'verdict';

/** The rule that a decision went by, and where that rule comes from. */
export interface Rule {
  code: string;
  text: Bilingual;
  source: string;
  /** Of the policy or programme that the journey began with. */
  version: string;
  validFrom: LocalDate;
  /** No document at hand confirms it. */
  illustrative?: true;
}

/** The smallest change that would turn a decision; `change` null where none does, and the text says why. */
export interface Flip {
  text: Bilingual;
  change: object | null;
}

/** How to object and until when; `until` null where no day is set. */
export interface Appeal {
  text: Bilingual;
  until: Instant | null;
  open: boolean;
}

export interface Decision {
  kind: DecisionKind;
  subject: Record<string, unknown>;
  /** Of the subject, where it has one. */
  name?: Bilingual;
  decision: string | null;
  reason?: Bilingual;
  rule: Rule;
  numbers: Record<string, unknown>;
  flip: Flip | null;
  /** When it was proposed; null where the log no longer tells. */
  madeAt: Instant | null;
  /** The role of the person whose decision it is; null while it is a proposal. */
  confirmedBy: string | null;
  confirmedAt: Instant | null;
  appeal: Appeal;
}

/** A rule in the reader's language. */
export function ruleView({ text, source, ...rest }: Rule, language: Language) {
  return { ...rest, text: text[language], source: sourceIn(source, language) };
}

/** A decision in the caller's language, instants in the cohort's zone. */
export function decisionView(decision: Decision, language: Language, zone: Zone) {
  const { subject, name, reason, rule, flip, madeAt, confirmedAt, appeal, ...rest } = decision;
  return {
    ...rest,
    subject: { ...subject, ...(name && { name: name[language] }) },
    ...(reason && { reason: reason[language] }),
    rule: ruleView(rule, language),
    flip: flip && { text: flip.text[language], change: flip.change },
    madeAt: madeAt && withOffset(madeAt, zone),
    confirmedAt: confirmedAt && withOffset(confirmedAt, zone),
    appeal: {
      text: appeal.text[language],
      until: appeal.until && withOffset(appeal.until, zone),
      open: appeal.open,
    },
  };
}
