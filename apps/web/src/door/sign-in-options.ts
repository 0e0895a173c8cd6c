import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';

/** What this installation offers besides name and password: letters, and the organisation's own provider. */
export const signInOptions = () =>
  queryOptions({
    queryKey: ['sign-in-options'],
    queryFn: () => answerOf(api.GET('/api/v1/sign-in-options')),
    staleTime: Infinity,
  });
