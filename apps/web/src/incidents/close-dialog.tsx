import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
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
  return (
    <AskAndDo
      question={{
        title: t('incidents.closeAsk'),
        label: t('incidents.closeReason'),
        about: t('incidents.closeAbout'),
        isRequired: true,
        confirm: t('incidents.closeConfirm'),
      }}
      send={(reason) =>
        answerOf(
          api.POST('/api/v1/incidents/{id}/close', {
            params: { path: { id } },
            body: { reason },
          }),
        )
      }
      told={() => t('incidents.closed')}
      onClose={onClose}
    >
      <Text>{title}</Text>
    </AskAndDo>
  );
}
