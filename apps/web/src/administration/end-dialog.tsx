import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { faultsAt } from '../parts/faults-at.js';
import { useDoing } from '../parts/use-doing.js';
import { dayInWords } from '../words/dates.js';
import { nameOf, type Member } from './administration.js';

type When = 'now' | 'later' | 'never';

interface Choice {
  when: When;
  until: string;
  successor: string;
  reason: string;
}

/** Ends the role now, plans its last day, or takes that back; answers what is said of it. */
async function settled({ when, until, successor, reason }: Choice, of: Member) {
  const params = { path: { id: of.organisationId, membership: of.id } };
  if (when === 'later')
    await answerOf(
      api.PUT('/api/v1/organisations/{id}/members/{membership}/end', { params, body: { until, reason } }),
    );
  if (when === 'never')
    await answerOf(
      api.DELETE('/api/v1/organisations/{id}/members/{membership}/end', { params, body: { reason } }),
    );
  if (when !== 'now') return null;
  return answerOf(
    api.DELETE('/api/v1/organisations/{id}/members/{membership}', {
      params,
      body: { reason, ...(successor.trim() !== '' && { successor: successor.trim() }) },
    }),
  );
}

/** When a role ends, with a reason; for an administrator's, who follows may be named. */
export function EndDialog({ of, onClose }: { of: Member; onClose: () => void }) {
  const { t } = useTranslation();
  const [when, setWhen] = useState<When>(of.ends ? 'later' : 'now');
  const [until, setUntil] = useState(of.ends?.until ?? '');
  const [successor, setSuccessor] = useState('');
  const name = nameOf(of);
  const end = useDoing({
    send: (reason: string) => settled({ when, until, successor, reason }, of),
    told: (ended) => {
      if (!ended)
        return t(when === 'later' ? 'administration.endPlanned' : 'administration.endTakenBack', {
          ...{ name, day: until === '' ? '' : dayInWords(until) },
        });
      return [
        t('administration.endDone', { name }),
        ...(ended.released > 0 ? [t('administration.released', { count: ended.released })] : []),
        ...(ended.named > 0 ? [t('administration.stillNamed', { count: ended.named })] : []),
      ].join(' ');
    },
    onDone: onClose,
  });
  const { at, left } = faultsAt(end.error, ['successor', 'until']);
  const choices: When[] = ['now', 'later', ...(of.ends ? (['never'] as const) : [])];
  return (
    <Ask
      question={{
        title: t('administration.endAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t(`administration.endConfirm.${when}`),
        isHarmful: when === 'now',
      }}
      isPending={end.isPending}
      isBarred={when === 'later' && until === ''}
      error={left}
      onClose={onClose}
      onConfirm={(reason) => end.mutate(reason)}
    >
      <Text size="sm">{t('administration.endAbout', { name, role: t(`role.${of.role}`) })}</Text>
      <Radio.Group
        label={t('administration.endWhen')}
        value={when}
        onChange={(chosen) => setWhen(chosen as When)}
      >
        <Stack gap="xs" mt={4}>
          {choices.map((value) => (
            <Radio key={value} value={value} label={t(`administration.endWhens.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {when === 'later' && (
        <TextInput
          type="date"
          label={t('administration.lastDay')}
          description={t('administration.lastDayAbout')}
          value={until}
          error={at['until']}
          required
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
      )}
      {when === 'now' && of.role === 'admin' && (
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
