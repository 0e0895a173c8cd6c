import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useDoing } from '../parts/use-doing.js';
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
  const close = useDoing({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/incidents/{id}/close', {
          params: { path: { id } },
          body: { reason },
        }),
      ),
    told: () => t('incidents.closed'),
    onDone: onClose,
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
