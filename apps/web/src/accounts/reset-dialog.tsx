import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
import type { AccountDetail } from './accounts.js';

/** Takes away the second factor of somebody who lost phone and recovery codes. */
export function ResetDialog({ of, onClose }: { of: AccountDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const name = of.name ?? of.username;
  return (
    <AskAndDo
      question={{
        title: t('accounts.resetAsk'),
        label: t('administration.reason'),
        about: t('accounts.resetReason'),
        isRequired: true,
        confirm: t('accounts.reset'),
        isHarmful: true,
      }}
      send={(reason) =>
        answerOf(
          api.DELETE('/api/v1/accounts/{id}/second-factor', {
            params: { path: { id: of.id } },
            body: { reason },
          }),
        )
      }
      told={() => t('accounts.resetDone', { name })}
      onClose={onClose}
    >
      <Text size="sm">{t('accounts.resetAbout', { name })}</Text>
    </AskAndDo>
  );
}
