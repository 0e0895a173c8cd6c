import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import { noteSignedIn } from '../api/session.js';

export function SignOut() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/sessions/current')),
    onSuccess: () => {
      noteSignedIn(false);
      // First the door, then nothing is left that a page could ask for again.
      queries.setQueryData(me().queryKey, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== me().queryKey[0] });
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<IconLogout size={18} aria-hidden />}
      loading={signOut.isPending}
      onClick={() => signOut.mutate()}
    >
      {t('signIn.out')}
    </Button>
  );
}
