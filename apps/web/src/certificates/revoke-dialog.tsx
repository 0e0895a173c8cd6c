import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
import type { Certificate } from './certificates.js';

/** Takes a certificate back, with the reason; it cannot be given again. */
export function RevokeDialog({ of, onClose }: { of: Certificate; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <AskAndDo
      question={{
        title: t('certificates.ask'),
        label: t('certificates.reason'),
        about: t('certificates.reasonAbout'),
        isRequired: true,
        confirm: t('certificates.revoke'),
        isHarmful: true,
      }}
      send={(reason) =>
        answerOf(
          api.POST('/api/v1/certificates/{serial}/revoke', {
            params: { path: { serial: of.serial } },
            body: { reason },
          }),
        )
      }
      told={() => t('certificates.revoked', { serial: of.serial })}
      onClose={onClose}
    >
      <Text size="sm">
        {t('certificates.askAbout', {
          kind: of.kindName,
          serial: of.serial,
          name: of.participant.name ?? '',
        })}
      </Text>
    </AskAndDo>
  );
}
