import { Badge, Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { TONES } from '../parts/tones.js';
import { shortDay } from '../words/dates.js';
import { operations, type Operation } from './queries.js';
import './words.js';

/** What was and is being done to many people at once. */
export function OperationsPage() {
  const { t } = useTranslation();
  const found = useQuery(operations());
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('incidents.operations')}</PageTitle>
        <Button component={Link} to="/operations/new">
          {t('incidents.begin')}
        </Button>
      </Group>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('incidents.noOperations')} about={t('incidents.noOperationsAbout')} />
          ) : (
            <Stack gap="sm">
              {items.map((one) => (
                <Card
                  key={one.id}
                  withBorder
                  component="article"
                  aria-label={t(`incidents.actions.${one.action}`)}
                >
                  <Group justify="space-between">
                    <PageLink to="/operations/$operation" params={{ operation: one.id }} fw={600}>
                      {t(`incidents.actions.${one.action}`)}
                    </PageLink>
                    <Status of={one} />
                  </Group>
                  <Text size="sm">{one.reason}</Text>
                  <Text size="sm" c="gray.7">
                    {t('incidents.begunBy', { by: one.by, day: shortDay(one.at) })}
                  </Text>
                  <Bar of={one} />
                </Card>
              ))}
            </Stack>
          )
        }
      </Answer>
    </>
  );
}

const TONE = { running: TONES.calm, paused: TONES.mild, done: TONES.good } as const;

export function Status({ of: { status } }: { of: Pick<Operation, 'status'> }) {
  const { t } = useTranslation();
  return <Badge color={TONE[status]}>{t(`incidents.running.${status}`)}</Badge>;
}

export function Bar({ of: { progress } }: { of: Pick<Operation, 'progress'> }) {
  const { t } = useTranslation();
  return (
    <>
      <Progress.Root size="lg" mt="xs">
        <Progress.Section
          value={progress.percent}
          color={TONES.calm}
          aria-label={t('incidents.progress')}
          aria-valuetext={`${String(progress.percent)}%`}
        />
      </Progress.Root>
      <Text size="sm" mt={4} role="status">
        {t('incidents.counts', { ...progress })}
      </Text>
    </>
  );
}
