import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { number } from '../words/dates.js';
import type { Shelf, TaskFilter } from './task-filter.js';
import { taskCounts } from './task-queries.js';

const COUNTED: readonly Shelf[] = ['overdue', 'today', 'week', 'waiting'];

/** How much is due when; each leads to just that part, and back to all. */
export function ShelfLinks(props: { filter: TaskFilter }) {
  const { t } = useTranslation();
  const counts = useQuery(taskCounts(props.filter)).data;
  const { show, ...filter } = props.filter;
  return (
    <SimpleGrid component="nav" cols={{ base: 2, sm: 4 }} spacing="xs" aria-label={t('tasks.counts')}>
      {COUNTED.map((shelf) => {
        const count = counts?.[shelf];
        return (
          <Link
            key={shelf}
            to="/tasks"
            search={show === shelf ? filter : { ...filter, show: shelf }}
            className="shelf-link"
            aria-current={show === shelf}
          >
            <Text
              component="span"
              size="xl"
              fw={700}
              className="number"
              c={shelf === 'overdue' && (count ?? 0) > 0 ? 'red.9' : 'river.8'}
            >
              {count === undefined ? '–' : number(count)}
            </Text>{' '}
            <Text component="span" size="sm" display="block" c="gray.8">
              {t(`tasks.shelf.${shelf}`)}
            </Text>
          </Link>
        );
      })}
    </SimpleGrid>
  );
}
