import { Badge, Card, Group, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { board } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { number } from '../words/dates.js';

/** Where the people of a cohort stand; the overdue come first. */
export function BoardPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const standing = useQuery(board(id));
  return (
    <Answer of={standing}>
      {({ states, total }) =>
        total === 0 ? (
          <Message title={t('cohort.emptyBoard')} />
        ) : (
          <>
            <Text mb="sm">{t('cohort.people', { count: total })}</Text>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }}>
              {[...states]
                .sort((one, other) => other.overdue - one.overdue)
                .map(({ state, label, count, overdue }) => (
                  <Card key={state} withBorder padding="md">
                    <PageLink to="/journeys" search={{ cohort: id, state }} fw={600}>
                      {label}
                    </PageLink>
                    <Group justify="space-between" mt="xs" align="baseline">
                      <Text size="xl" fw={700} className="number">
                        {number(count)}
                      </Text>
                      {overdue > 0 ? (
                        <Badge color={TONES.alarm}>{t('cohort.overdue', { count: overdue })}</Badge>
                      ) : (
                        <Text size="sm" c="gray.7">
                          {t('cohort.onTime')}
                        </Text>
                      )}
                    </Group>
                  </Card>
                ))}
            </SimpleGrid>
          </>
        )
      }
    </Answer>
  );
}
