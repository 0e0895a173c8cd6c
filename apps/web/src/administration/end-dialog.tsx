import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { faultsAt } from '../parts/faults-at.js';
import { useDoing } from '../parts/use-doing.js';
import { nameOf, type Member } from './administration.js';

/** Ends a role with a reason; for an administrator's, who follows may be named. */
export function EndDialog({ of, onClose }: { of: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const [successor, setSuccessor] = useState('');
  const name = nameOf(of);
  const end = useDoing({
    send: (reason: string) =>
      answerOf(
        api.DELETE('/api/v1/organisations/{id}/members/{membership}', {
          params: { path: { id: of.organisationId, membership: of.id } },
          body: { reason, ...(successor.trim() !== '' && { successor: successor.trim() }) },
        }),
      ),
    told: ({ released, named }) =>
      [
        t('administration.endDone', { name }),
        ...(released > 0 ? [t('administration.released', { count: released })] : []),
        ...(named > 0 ? [t('administration.stillNamed', { count: named })] : []),
      ].join(' '),
    onDone: onClose,
  });
  const { at, left } = faultsAt(end.error, ['successor']);
  return (
    <Ask
      question={{
        title: t('administration.endAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t('administration.end'),
        isHarmful: true,
      }}
      isPending={end.isPending}
      error={left}
      onClose={onClose}
      onConfirm={(reason) => end.mutate(reason)}
    >
      <Text size="sm">{t('administration.endAbout', { name, role: t(`role.${of.role}`) })}</Text>
      {of.role === 'admin' && (
        <TextInput
          label={t('administration.successor')}
          description={t('administration.successorAbout')}
          value={successor}
          error={at['successor']}
          onChange={({ currentTarget }) => setSuccessor(currentTarget.value)}
        />
      )}
    </Ask>
  );
}
