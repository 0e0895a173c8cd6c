import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';

interface Props {
  /** The account's. */
  id: string;
  name: string;
  onClose: () => void;
  onDone?: () => void;
}

/** Takes an invitation back that nobody has accepted. */
export function WithdrawDialog({ id, name, onClose, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <AskAndDo
      question={{
        title: t('administration.withdrawAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t('administration.withdraw'),
        isHarmful: true,
      }}
      send={(reason) =>
        answerOf(
          api.DELETE('/api/v1/accounts/{id}/invitation', { params: { path: { id } }, body: { reason } }),
        )
      }
      told={() => t('administration.withdrawn', { name })}
      onClose={onClose}
      onDone={onDone}
    >
      <Text size="sm">{t('administration.withdrawAbout', { name })}</Text>
    </AskAndDo>
  );
}
