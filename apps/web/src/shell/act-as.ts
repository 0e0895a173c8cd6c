import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import { tellOtherTabs } from './role-news.js';
import { accountOf } from './roles.js';

/** Becomes one of one's roles, or all of them at once. Nothing of what was shown to the former one stays. */
export function useActAs() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (membership: string | null) => answerOf(api.PUT('/api/v1/me/role', { body: { membership } })),
    onSuccess: async (account) => {
      const [mine] = me().queryKey;
      queries.setQueryData(me().queryKey, accountOf(account));
      tellOtherTabs();
      await navigate({ to: '/' });
      await queries.resetQueries({
        predicate: ({ queryKey }) => queryKey.length > 1 || queryKey[0] !== mine,
      });
    },
  });
}
