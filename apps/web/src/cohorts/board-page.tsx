import { Badge, Card, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { board } from '../api/queries.js';
import '../diagram/words.js';
import { Answer, Waiting } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { number } from '../words/dates.js';
import type { BoardSearch } from './board-search.js';

const HeatMap = lazy(async () => ({ default: (await import('../diagram/heat-map.js')).HeatMap }));

interface Count {
  state: string;
  label: string;
  count: number;
  overdue: number;
}

/** Where the people of a cohort stand: as cards, the overdue first, or on the map of the way. */
export function BoardPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { view } = useSearch({ strict: false }) as BoardSearch;
  const { t } = useTranslation();
  const go = useNavigate();
  const standing = useQuery(board(id));
  return (
    <Answer of={standing}>
      {({ states, total }) =>
        total === 0 ? (
          <Message title={t('cohort.emptyBoard')} />
        ) : (
          <Stack gap="sm">
            <Group justify="space-between">
              <Text>{t('cohort.people', { count: total })}</Text>
              <SegmentedControl
                size="sm"
                aria-label={t('diagram.heat.view')}
                value={view ?? 'board'}
                onChange={(value) =>
                  void go({
                    to: '/cohorts/$id',
                    params: { id },
                    search: value === 'map' ? { view: 'map' } : {},
                    replace: true,
                  })
                }
                data={[
                  { value: 'board', label: t('diagram.heat.board') },
                  { value: 'map', label: t('diagram.heat.map') },
                ]}
              />
            </Group>
            {view === 'map' ? (
              <Suspense fallback={<Waiting />}>
                <HeatMap id={id} />
              </Suspense>
            ) : (
              <Cards id={id} states={states} />
            )}
          </Stack>
        )
      }
    </Answer>
  );
}

function Cards({ id, states }: { id: string; states: readonly Count[] }) {
  const { t } = useTranslation();
  return (
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
  );
}
