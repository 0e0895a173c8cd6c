import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutOfReach } from '../api/problem.js';
import { evaluation, sendScore, type Component, type Person } from './evaluation.js';
import { readScore } from './read-score.js';

export interface Draft {
  text: string;
  standing: 'typed' | 'saving' | 'saved' | 'failed';
  fault?: string;
  /** Of this text: sent again it counts once. */
  key: string;
}

type Drafts = Record<string, Draft>;

export const cellOf = (journeyId: string, component: Component) => `${journeyId} ${component}`;

/** What was typed into the cells of a cohort and is not on record yet; kept until it is, also over a reload. */
export function useScores(cohortId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const place = `titian.scores.${cohortId}`;
  const [drafts, setDrafts] = useState<Drafts>(() => kept(place));
  // The events of one key press read what the one before has written.
  const latest = useRef(drafts);
  const change = (next: Drafts) => {
    latest.current = next;
    setDrafts(next);
  };
  const put = (cell: string, draft: Draft) => change({ ...latest.current, [cell]: draft });
  const drop = (cell: string) => {
    const { [cell]: _dropped, ...rest } = latest.current;
    change(rest);
  };
  useEffect(() => {
    const unsaved = Object.entries(drafts).filter(([, { standing }]) => standing !== 'saved');
    if (unsaved.length === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(unsaved)));
  }, [drafts, place]);

  const type = (cell: string, text: string) =>
    put(cell, { text, standing: 'typed', key: crypto.randomUUID() });

  async function commit(person: Person, component: Component): Promise<void> {
    const cell = cellOf(person.journeyId, component);
    const draft = latest.current[cell];
    if (!draft || draft.standing === 'saving' || draft.standing === 'saved') return;
    const present = person.scores[component];
    if (draft.text.trim() === '' && present === undefined) return drop(cell);
    const score = readScore(draft.text);
    if (score === null) return put(cell, { ...draft, standing: 'failed', fault: t('evaluation.notScore') });
    if (score === present) return drop(cell);
    put(cell, { text: draft.text, key: draft.key, standing: 'saving' });
    try {
      await sendScore(person.journeyId, component, score, draft.key);
    } catch (error) {
      const fault = error instanceof OutOfReach ? t('evaluation.notSent') : (error as Error).message;
      if (latest.current[cell]?.key === draft.key) put(cell, { ...draft, standing: 'failed', fault });
      return;
    }
    if (latest.current[cell]?.key === draft.key) put(cell, { ...draft, standing: 'saved' });
    await queries.invalidateQueries({ queryKey: evaluation(cohortId).queryKey });
    if (latest.current[cell]?.key === draft.key) drop(cell);
  }

  return { drafts, type, commit, drop };
}

export type Scores = ReturnType<typeof useScores>;

/** Whatever had not arrived when the page was left waits to be sent again. */
function kept(place: string): Drafts {
  const text = sessionStorage.getItem(place);
  if (text === null) return {};
  const found = JSON.parse(text) as Drafts;
  return Object.fromEntries(
    Object.entries(found).map(([cell, draft]) => [
      cell,
      draft.standing === 'saving' ? { ...draft, standing: 'typed' } : draft,
    ]),
  );
}
