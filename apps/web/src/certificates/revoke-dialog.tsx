import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useDoing } from '../parts/use-doing.js';
import type { Certificate } from './certificates.js';

/** Takes a certificate back, with the reason; it cannot be given again. */
export function RevokeDialog({ of, onClose }: { of: Certificate; onClose: () => void }) {
  const { t } = useTranslation();
  const revoke = useDoing({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/certificates/{serial}/revoke', {
          params: { path: { serial: of.serial } },
          body: { reason },
        }),
      ),
    told: () => t('certificates.revoked', { serial: of.serial }),
    onDone: onClose,
  });
  return (
    <Ask
      question={{
        title: t('certificates.ask'),
        label: t('certificates.reason'),
        about: t('certificates.reasonAbout'),
        isRequired: true,
        confirm: t('certificates.revoke'),
        isHarmful: true,
      }}
      isPending={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onConfirm={(reason) => revoke.mutate(reason)}
    >
      <Text size="sm">
        {t('certificates.askAbout', {
          kind: of.kindName,
          serial: of.serial,
          name: of.participant.name ?? '',
        })}
      </Text>
    </Ask>
  );
}
