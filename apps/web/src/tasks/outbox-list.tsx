import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconCloudUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import { shortDay } from '../words/dates.js';
import { putIntoOutbox, takeFromOutbox, type Parcel } from './outbox.js';
import { draftKey, keepDraft } from './session-draft.js';
import { useOutbox } from './use-outbox.js';

/** Sessions that have not arrived yet, and those that were refused, with the reason. */
export function OutboxList() {
  const { t } = useTranslation();
  const { account, parcels } = useOutbox();
  if (parcels.length === 0) return null;
  return (
    <Stack component="section" gap="xs" mb="lg" aria-label={t('tasks.outbox.title')}>
      <Title order={2} size="h4">
        {t('tasks.outbox.title')}
      </Title>
      {parcels.map((parcel) => (
        <ParcelCard key={parcel.id} account={account} parcel={parcel} />
      ))}
    </Stack>
  );
}

function ParcelCard({ account, parcel }: { account: string; parcel: Parcel }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  const { person, payload, refused } = parcel;
  return (
    <Card withBorder padding="sm">
      <Text fw={650}>{person}</Text>
      <Text size="sm">
        {t(`actions.choice.${payload.kind}`)} · {names?.get(payload.competency) ?? payload.competency} ·{' '}
        {shortDay(payload.heldOn)}
      </Text>
      {refused === null ? (
        <Group gap={6} mt={4} wrap="nowrap" role="status">
          <IconCloudUpload size={18} aria-hidden />
          <Text size="sm">{t('tasks.outbox.waiting')}</Text>
        </Group>
      ) : (
        <Alert color="red" variant="light" mt="xs" title={refused.title}>
          <Text size="sm" c="dark" mb="xs">
            {refused.detail}
          </Text>
          <Decide account={account} parcel={parcel} />
        </Alert>
      )}
    </Card>
  );
}

function Decide({ account, parcel }: { account: string; parcel: Parcel }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { id, taskId, journeyId, payload } = parcel;
  return (
    <Group gap="xs">
      {taskId !== null && (
        <>
          <Button
            size="compact-md"
            onClick={() => {
              keepDraft(draftKey(account, journeyId), { ...payload });
              takeFromOutbox(account, id);
              void go({ to: '/tasks/$id', params: { id: taskId } });
            }}
          >
            {t('tasks.outbox.change')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            onClick={() =>
              putIntoOutbox(account, { ...parcel, id: crypto.randomUUID(), taskId: null, refused: null })
            }
          >
            {t('tasks.outbox.besides')}
          </Button>
        </>
      )}
      <Button size="compact-md" variant="default" onClick={() => takeFromOutbox(account, id)}>
        {t('tasks.outbox.discard')}
      </Button>
    </Group>
  );
}
