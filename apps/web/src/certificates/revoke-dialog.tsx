import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useAttempt } from '../parts/attempt.js';
import { say } from '../parts/say.js';
import type { Certificate } from './certificates.js';

/** Takes a certificate back, with the reason; it cannot be given again. */
export function RevokeDialog({ of, onClose }: { of: Certificate; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const revoke = useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        api.POST('/api/v1/certificates/{serial}/revoke', {
          params: { path: { serial: of.serial } },
          headers: attempt.headers,
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      say(t('certificates.revoked', { serial: of.serial }));
      await queries.invalidateQueries();
      onClose();
    },
    onError: attempt.renew,
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
