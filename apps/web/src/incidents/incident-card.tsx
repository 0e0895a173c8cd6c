import { Badge, Button, Card, Code, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Notice } from '../parts/notice.js';
import { PageLink } from '../parts/page-link.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { TONES } from '../parts/tones.js';
import { shortDay } from '../words/dates.js';
import type { Incident } from './queries.js';

/** One incident: what stopped, why, whose turn it is and what was tried. */
export function IncidentCard({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id, title, cause, owner, journey, participant, kind, status, retry, resolvedAt } = incident;
  const again = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/incidents/{id}/retry', { params: { path: { id } } })),
    onSuccess: async ({ retried: { outcome, detail } }) => {
      if (outcome !== 'failed') say([t(`incidents.outcome.${outcome}`), detail ?? ''].join(' ').trim());
      await queries.invalidateQueries();
    },
  });
  const isOpen = status === 'open';
  const mayClose = isOpen && (kind === 'message' || kind === 'mail');
  const at = typeof journey?.cohort === 'object' ? journey.cohort : null;
  return (
    <Card withBorder component="article" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: '1 1 20rem' }}>
          <Title order={2} size="h5">
            {title}
          </Title>
          <Text size="sm" c="gray.7">
            {participant?.name && journey ? (
              <PageLink to="/journeys/$id" params={{ id: journey.id }} size="sm" underline="always">
                {participant.name}
              </PageLink>
            ) : (
              participant?.name
            )}
            {at?.name && ` · ${at.name}`}
          </Text>
        </div>
        <Group gap={6}>
          <Badge variant="light">{t(`incidents.kinds.${kind}`)}</Badge>
          <Badge color={isOpen ? TONES.alarm : TONES.good}>{t(`incidents.statuses.${status}`)}</Badge>
        </Group>
      </Group>
      <Text mt="xs">{cause.text}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs" verticalSpacing={4}>
        <Text size="sm">
          {t('incidents.owner', {
            who: owner.role === 'institute' ? owner.organisation.name : t('role.lan'),
          })}
        </Text>
        <Text size="sm">
          {t('incidents.attempts', { count: incident.tried.attempts, day: shortDay(incident.tried.firstAt) })}
          {resolvedAt !== null && ` ${t('incidents.resolvedOn', { day: shortDay(resolvedAt) })}`}
        </Text>
      </SimpleGrid>
      <details>
        <Text component="summary" size="sm" c="gray.8">
          {t('incidents.details')}
        </Text>
        {incident.tried.by.length > 0 && (
          <List size="sm" mt={4}>
            {incident.tried.by.map(({ by, at: when, act, outcome, detail, reason }) => (
              <List.Item key={`${by}${when}`}>
                {t(`incidents.act.${act}`, { by, day: shortDay(when) })}: {t(`incidents.outcome.${outcome}`)}{' '}
                {detail} {reason}
              </List.Item>
            ))}
          </List>
        )}
        <Text size="xs" mt={4} c="gray.7">
          {t('incidents.technical')}
        </Text>
        <Code block>{cause.technical}</Code>
      </details>
      <Refusal of={again.error} />
      {again.data?.retried.outcome === 'failed' && (
        <Notice tone="warn" mt="xs" title={t('incidents.outcome.failed')} role="status">
          {again.data.retried.detail}
        </Notice>
      )}
      {isOpen && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="gray.7" maw={620} style={{ flex: '1 1 16rem' }}>
            {retry.text}
          </Text>
          <Group gap="xs">
            {mayClose && (
              <Button variant="default" size="sm" onClick={onClose}>
                {t('incidents.close')}
              </Button>
            )}
            {retry.possible && (
              <Button size="sm" loading={again.isPending} onClick={() => again.mutate()}>
                {t('incidents.retry')}
              </Button>
            )}
          </Group>
        </Group>
      )}
    </Card>
  );
}
