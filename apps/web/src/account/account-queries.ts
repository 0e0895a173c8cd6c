import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';

export const myPreferences = () =>
  queryOptions({
    queryKey: ['me', 'preferences'],
    queryFn: () => answerOf(api.GET('/api/v1/me/preferences')),
  });
