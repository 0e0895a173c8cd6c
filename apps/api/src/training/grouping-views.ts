import type { MoveCost } from '#libs/curriculum';
import type { Locale } from '#libs/platform';
import type { ProposedClasses, ProposedCoaching, SentToMany } from '#libs/training';
import { faultView } from './timetable-view.js';

export function coachingView(
  { groups, waiting, reason, warnings, ...rest }: ProposedCoaching,
  locale: Locale,
) {
  return {
    groups: groups.map(({ name, reason: why, ...group }) => ({
      ...group,
      name: name[locale],
      reason: why[locale],
    })),
    ...rest,
    waiting: waitingView(waiting, locale),
    warnings: warnings.map((one) => faultView(one, locale)),
    reason: reason[locale],
  };
}

export function classesView(
  { groups, undecided, waiting, reason, ...rest }: ProposedClasses,
  locale: Locale,
) {
  return {
    ...rest,
    groups: groups.map(({ name, merge, reason: why, ...group }) => ({
      ...group,
      name: name[locale],
      merge: merge && { ...merge, reason: merge.reason[locale] },
      reason: why[locale],
    })),
    undecided: undecided && { ...undecided, reason: undecided.reason[locale] },
    waiting: waitingView(waiting, locale),
    reason: reason[locale],
  };
}

export function costView({ from, to, spread, sameSignature, reason }: MoveCost, locale: Locale) {
  const named = ({ key: _key, name, ...change }: MoveCost['from']) => ({ name: name[locale], ...change });
  return { from: named(from), to: named(to), spread, sameSignature, reason: reason[locale] };
}

export function sentView({ accepted, refused }: SentToMany, locale: Locale) {
  return {
    accepted,
    refused: refused.map(({ journeyId, code, detail }) => ({ journeyId, code, detail: detail[locale] })),
  };
}

function waitingView(waiting: ProposedCoaching['waiting'], locale: Locale) {
  return waiting.map(({ journeyId, code, reason }) => ({ journeyId, code, reason: reason[locale] }));
}
