import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';

interface Props {
  /** The account's. */
  id: string;
  name: string;
  isShut: boolean;
  onClose: () => void;
}

/** Shuts an account out, or lets it in again, with a reason. */
export function StandingDialog({ id, name, isShut, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <AskAndDo
      question={{
        title: t(isShut ? 'administration.enableAsk' : 'administration.disableAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t(isShut ? 'administration.enable' : 'administration.disable'),
        isHarmful: !isShut,
      }}
      send={(reason) => {
        const params = { path: { id } };
        return answerOf(
          isShut
            ? api.POST('/api/v1/accounts/{id}/enable', { params, body: { reason } })
            : api.POST('/api/v1/accounts/{id}/disable', { params, body: { reason } }),
        );
      }}
      told={() => t(isShut ? 'administration.enabled' : 'administration.disabled', { name })}
      onClose={onClose}
    >
      <Text size="sm">
        {t(isShut ? 'administration.enableAbout' : 'administration.disableAbout', { name })}
      </Text>
    </AskAndDo>
  );
}
