import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clock, myTasks } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { URGENCIES, urgencyOf } from './urgency.js';

/** One list over all institutes, the most urgent first. */
export function TasksPage() {
  const { t } = useTranslation();
  const now = useQuery(clock());
  const list = useQuery(myTasks());
  const today = now.data?.now ?? new Date().toISOString();
  return (
    <>
      <Title order={1} size="h2" mb="md">
        {t('task.title')}
      </Title>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('task.empty')} about={t('task.emptyAbout')} />
          ) : (
            <Stack gap="lg">
              {URGENCIES.map((urgency) => {
                const tasks = items.filter(({ due }) => urgencyOf(due, today) === urgency);
                return tasks.length === 0 ? null : (
                  <section key={urgency} aria-label={t(`task.${urgency}`)}>
                    <Group gap="xs" mb="xs">
                      <Title order={2} size="h4">
                        {t(`task.${urgency}`)}
                      </Title>
                      <Badge color={urgency === 'overdue' ? TONES.alarm : TONES.calm}>{tasks.length}</Badge>
                    </Group>
                    <Stack gap="xs">
                      {tasks.map(({ id, label, participant, journeyId, due }) => (
                        <Card key={id} withBorder padding="sm">
                          <Text fw={600}>{label}</Text>
                          <Group gap="xs" justify="space-between">
                            <PageLink to="/journeys/$id" params={{ id: journeyId }}>
                              {participant.name}
                            </PageLink>
                            <Text size="sm" c="gray.7">
                              {due === null ? t('task.noDue') : dayInWords(due)}
                            </Text>
                          </Group>
                        </Card>
                      ))}
                    </Stack>
                  </section>
                );
              })}
            </Stack>
          )
        }
      </Answer>
    </>
  );
}
