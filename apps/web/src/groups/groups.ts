import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';

type Ok<P> = P extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;

export type Member = Ok<paths['/api/v1/cohorts/{id}/members']['get']>['items'][number];
export type CurrentGroup = Ok<paths['/api/v1/cohorts/{id}/coaching-groups']['get']>['groups'][number];
export type CoachingProposal = Ok<paths['/api/v1/cohorts/{id}/coaching-groups/propose']['post']>;
export type ClassProposal = Ok<paths['/api/v1/cohorts/{id}/classes/propose']['post']>;
export type Sent = Ok<paths['/api/v1/cohorts/{id}/coaching-groups/confirm']['post']>;

const at = (id: string) => ({ params: { path: { id } } });

export const members = (cohort: string) =>
  queryOptions({
    queryKey: [language(), 'cohorts', cohort, 'members'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/cohorts/{id}/members', at(cohort)))).items,
  });

export const currentGroups = (cohort: string, kind: 'coaching-groups' | 'classes') =>
  queryOptions({
    queryKey: [language(), 'cohorts', cohort, kind],
    queryFn: async () => (await answerOf(api.GET(`/api/v1/cohorts/{id}/${kind}`, at(cohort)))).groups,
  });

export function proposeCoaching(cohort: string, size: number | null) {
  const body = size === null ? {} : { size };
  return answerOf(api.POST('/api/v1/cohorts/{id}/coaching-groups/propose', { ...at(cohort), body }));
}

export function proposeClasses(cohort: string, bounds: { minimum: number | null; maximum: number | null }) {
  const { minimum, maximum } = bounds;
  const body = { ...(minimum !== null && { minimum }), ...(maximum !== null && { maximum }) };
  return answerOf(api.POST('/api/v1/cohorts/{id}/classes/propose', { ...at(cohort), body }));
}

export interface MoveQuestion {
  groups: { name: string; members: string[] }[];
  journeyId: string;
  toGroup: string;
  size?: number;
}

export function costOf(cohort: string, body: MoveQuestion) {
  return answerOf(api.POST('/api/v1/cohorts/{id}/coaching-groups/cost', { ...at(cohort), body }));
}
