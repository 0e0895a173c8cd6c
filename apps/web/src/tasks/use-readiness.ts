import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { competencyNames, journey } from '../api/queries.js';
import { task, type TaskView } from './task-queries.js';

const SESSIONS = ['coachSession', 'mentorSession'];
const READ_AHEAD = 8;
const FRESH_MS = 60_000;
const KEPT_MS = 3_600_000;

/** Where the network may go away: the next few sessions can be logged without it, their pages and people are here already. */
export function useReadiness(items: readonly TaskView[]): void {
  const queries = useQueryClient();
  const ahead = JSON.stringify(items.filter(({ kind }) => SESSIONS.includes(kind)).slice(0, READ_AHEAD));
  useEffect(() => {
    const next = JSON.parse(ahead) as TaskView[];
    if (next.length === 0) return;
    void import('./task-page.js');
    void import('../shell/shown-notices.js');
    void queries.prefetchQuery(competencyNames());
    for (const one of next) {
      queries.setQueryData(task(one.id).queryKey, (known) => known ?? one);
      void queries.prefetchQuery({ ...journey(one.journeyId), staleTime: FRESH_MS, gcTime: KEPT_MS });
    }
  }, [ahead, queries]);
}
