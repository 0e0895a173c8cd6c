import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useAttempt } from '../parts/attempt.js';
import { say } from '../parts/say.js';
import type { Incident } from './queries.js';

/** Lays aside what nothing waits for any more. */
export function CloseDialog({
  incident: { id, title },
  onClose,
}: {
  incident: Incident;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const close = useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        api.POST('/api/v1/incidents/{id}/close', {
          params: { path: { id } },
          headers: attempt.headers,
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      say(t('incidents.closed'));
      await queries.invalidateQueries();
      onClose();
    },
    onError: attempt.renew,
  });
  return (
    <Ask
      question={{
        title: t('incidents.closeAsk'),
        label: t('incidents.closeReason'),
        about: t('incidents.closeAbout'),
        isRequired: true,
        confirm: t('incidents.closeConfirm'),
      }}
      isPending={close.isPending}
      error={close.error}
      onClose={onClose}
      onConfirm={(reason) => close.mutate(reason)}
    >
      <Text>{title}</Text>
    </Ask>
  );
}
