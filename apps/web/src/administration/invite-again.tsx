import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
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
