import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useDoing } from '../parts/use-doing.js';

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
  const withdraw = useDoing({
    send: (reason: string) =>
      answerOf(
        api.DELETE('/api/v1/accounts/{id}/invitation', { params: { path: { id } }, body: { reason } }),
      ),
    told: () => t('administration.withdrawn', { name }),
    onDone: onDone ?? onClose,
  });
  return (
    <Ask
      question={{
        title: t('administration.withdrawAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t('administration.withdraw'),
        isHarmful: true,
      }}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutate(reason)}
    >
      <Text size="sm">{t('administration.withdrawAbout', { name })}</Text>
    </Ask>
  );
}
