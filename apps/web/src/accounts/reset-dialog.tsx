import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useDoing } from '../parts/use-doing.js';
import type { AccountDetail } from './accounts.js';

/** Takes away the second factor of somebody who lost phone and recovery codes. */
export function ResetDialog({ of, onClose }: { of: AccountDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const name = of.name ?? of.username;
  const reset = useDoing({
    send: (reason: string) =>
      answerOf(
        api.DELETE('/api/v1/accounts/{id}/second-factor', {
          params: { path: { id: of.id } },
          body: { reason },
        }),
      ),
    told: () => t('accounts.resetDone', { name }),
    onDone: onClose,
  });
  return (
    <Ask
      question={{
        title: t('accounts.resetAsk'),
        label: t('administration.reason'),
        about: t('accounts.resetReason'),
        isRequired: true,
        confirm: t('accounts.reset'),
        isHarmful: true,
      }}
      isPending={reset.isPending}
      error={reset.error}
      onClose={onClose}
      onConfirm={(reason) => reset.mutate(reason)}
    >
      <Text size="sm">{t('accounts.resetAbout', { name })}</Text>
    </Ask>
  );
}
