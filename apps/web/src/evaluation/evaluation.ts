import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

export type Evaluation =
  paths['/api/v1/cohorts/{id}/evaluation']['get']['responses']['200']['content']['application/json'];
export type Person = Evaluation['items'][number];
export type Component = Evaluation['components'][number]['component'];

export const evaluation = (id: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', id, 'evaluation'],
    queryFn: () => answerOf(api.GET('/api/v1/cohorts/{id}/evaluation', { params: { path: { id } } })),
  });

export const sendScore = (journeyId: string, component: Component, score: number, key: string) =>
  answerOf(
    api.POST('/api/v1/journeys/{id}/events', {
      params: { path: { id: journeyId } },
      headers: { 'Idempotency-Key': key },
      body: { type: 'componentScored', payload: { component, score } },
    }),
  );

/** Whether somebody's score of a component may be set now: until it is decided, and again where a remedial asks for it. */
export function isOpen({ phase, status, remedialFor }: Person, component: Component): boolean {
  if (status === 'suspended' || status === 'final') return false;
  if (phase === 'scoring' || phase === 'deciding') return true;
  return phase === 'remedial' && remedialFor.includes(component);
}

const ORDER: Record<Person['phase'], number> = {
  ...{ scoring: 0, remedial: 1, deciding: 2, passed: 3, ahead: 4, left: 5 },
};

/** Overdue first, then whoever misses most, then by name. */
export function byNeed(one: Person, other: Person): number {
  return (
    Number(other.overdue && other.awaited.length > 0) - Number(one.overdue && one.awaited.length > 0) ||
    ORDER[one.phase] - ORDER[other.phase] ||
    other.awaited.length - one.awaited.length ||
    (one.participant.name ?? '').localeCompare(other.participant.name ?? '')
  );
}
