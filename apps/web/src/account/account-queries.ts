import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { language } from '../words/language.js';

export const myPreferences = () =>
  queryOptions({
    queryKey: ['me', 'preferences'],
    queryFn: () => answerOf(api.GET('/api/v1/me/preferences')),
  });

/** Names of organisations by their codes. */
export const organisationNames = () =>
  queryOptions({
    queryKey: [language(), 'organisations'],
    queryFn: async () => {
      const { items } = await answerOf(
        api.GET('/api/v1/organisations', { params: { query: { limit: 200 } } }),
      );
      return new Map(items.map(({ code, name }) => [code, name]));
    },
    staleTime: Infinity,
  });
