import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.js';
import { OutOfReach, Refused } from '../api/problem.js';
import type { JourneyEvent } from './event-types.js';

interface Target {
  journeyId: string;
  /** Completed by the event, where it was opened from one. */
  taskId?: string;
}

/**
 * Sends an event, through its task where there is one. The journey must still stand where it stood when the form was
 * opened, unless `adds`; if somebody was faster the journey is read again, what was typed stays, and the next attempt
 * counts from there.
 */
export function useSending({ journeyId, taskId }: Target, revision: number, onSent: () => void) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState(revision);
  return useMutation({
    // Without a network it says so, rather than waiting with a turning wheel.
    networkMode: 'always',
    mutationFn: ({ event, adds }: { event: JourneyEvent; adds: boolean }): Promise<{ revision: number }> => {
      const { type, payload } = event;
      const expected = adds ? {} : { expectedRevision: seen };
      if (taskId === undefined)
        return answerOf(
          api.POST('/api/v1/journeys/{id}/events', {
            params: { path: { id: journeyId } },
            body: { ...event, ...expected },
          }),
        );
      return answerOf(
        api.POST('/api/v1/tasks/{id}/complete', {
          params: { path: { id: taskId } },
          body: { event: type, payload: { ...payload }, ...expected },
        }),
      );
    },
    onSuccess: async () => {
      onSent();
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (error instanceof OutOfReach) return;
      if (error instanceof Refused && error.status === 409) {
        await queries.invalidateQueries();
        const now = await answerOf(
          api.GET('/api/v1/journeys/{id}', { params: { path: { id: journeyId }, query: {} } }),
        ).catch(() => null);
        if (now) setSeen(now.revision);
      }
    },
  });
}
