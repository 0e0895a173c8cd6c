import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { signInOptions } from '../door/sign-in-options.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { dayInWords } from '../words/dates.js';

/** The link that was sent before holds on as well. */
export function InviteAgain({ id, name, isSmall }: { id: string; name: string; isSmall?: boolean }) {
  const { t } = useTranslation();
  const invite = useDoing({
    send: () => answerOf(api.POST('/api/v1/accounts/{id}/invitation', { params: { path: { id } } })),
    told: ({ expiresAt }) => t('administration.invited', { day: dayInWords(expiresAt) }),
    onDone: () => undefined,
  });
  const sends = useQuery(signInOptions()).data?.recovery;
  if (sends === false)
    return (
      <Text size="sm" c="gray.8" maw={320} ta={{ base: 'left', sm: 'right' }}>
        {t('administration.noMailAgain')}
      </Text>
    );
  return (
    <Stack gap={4} align="flex-end">
      <Button
        {...(isSmall && { size: 'compact-sm' })}
        variant="default"
        loading={invite.isPending}
        onClick={() => invite.mutate(undefined)}
        aria-label={t('administration.inviteAgainTo', { name })}
      >
        {t('administration.inviteAgain')}
      </Button>
      <Refusal of={invite.error} />
    </Stack>
  );
}
