import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, api } from '../api/client.js';
import { OutOfReach, Refused } from '../api/problem.js';
import type { JourneyEvent } from './event-types.js';

interface Target {
  journeyId: string;
  /** Completed by the event, where it was opened from one. */
  taskId?: string;
}

/** One key for one thing said: a repeat after a lost answer has it again, other words have another. */
export function useStableKey() {
  const said = useRef({ body: '', key: '' });
  return {
    of(body: unknown): string {
      const text = JSON.stringify(body);
      if (said.current.body !== text) said.current = { body: text, key: crypto.randomUUID() };
      return said.current.key;
    },
    forget() {
      said.current = { body: '', key: '' };
    },
  };
}

/**
 * Sends an event, through its task where there is one. The journey must still stand where it stood when the form was
 * opened, unless `adds`; if somebody was faster the journey is read again, what was typed stays, and the next attempt
 * counts from there.
 */
export function useSending({ journeyId, taskId }: Target, revision: number, onSent: () => void) {
  const queries = useQueryClient();
  const key = useStableKey();
  const [seen, setSeen] = useState(revision);
  return useMutation({
    // Without a network it says so, rather than waiting with a turning wheel.
    networkMode: 'always',
    mutationFn: ({ event, adds }: { event: JourneyEvent; adds: boolean }): Promise<{ revision: number }> => {
      const { type, payload } = event;
      const expected = adds ? {} : { expectedRevision: seen };
      const headers = { 'Idempotency-Key': key.of({ taskId, type, payload, expected }) };
      if (taskId === undefined)
        return answerOf(
          api.POST('/api/v1/journeys/{id}/events', {
            params: { path: { id: journeyId } },
            headers,
            body: { ...event, ...expected },
          }),
        );
      return answerOf(
        api.POST('/api/v1/tasks/{id}/complete', {
          params: { path: { id: taskId } },
          headers,
          body: { event: type, payload: { ...payload }, ...expected },
        }),
      );
    },
    onSuccess: async () => {
      key.forget();
      onSent();
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (error instanceof OutOfReach) return;
      key.forget();
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
