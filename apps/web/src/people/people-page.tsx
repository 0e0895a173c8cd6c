import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { journeysKey, journeysPage, type JourneyFilter } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageTitle } from '../parts/page-title.js';
import { asQuery } from './journey-filter.js';
import { FilterForm } from './filter-form.js';
import { PeopleTable } from './people-table.js';
import './words.js';

/** As many as the API gives at once: a long list is scrolled, not read page by page. */
const AT_ONCE = 200;

/** Everybody that the reader has to do with, by what is due first. The address holds the filter. */
export function PeoplePage() {
  const { t } = useTranslation();
  const filter = useSearch({ strict: false }) as JourneyFilter;
  const pages = useInfiniteQuery({
    queryKey: [...journeysKey(filter), 'pages'],
    queryFn: ({ pageParam }) => journeysPage(filter, pageParam, AT_ONCE),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('journey.title')}</PageTitle>
        <Button
          component="a"
          href={`/api/v1/journeys.xlsx?${asQuery(filter)}`}
          download
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        >
          {t('people.toExcel')}
        </Button>
      </Group>
      <FilterForm filter={filter} />
      <Answer of={pages}>
        {({ pages: all }) => {
          const lines = all.flatMap(({ items }) => items);
          return lines.length === 0 ? (
            <Message title={t('journey.empty')} about={t('journey.emptyAbout')} />
          ) : (
            <PeopleTable
              lines={lines}
              hasMore={pages.hasNextPage}
              isLoading={pages.isFetchingNextPage}
              more={() => void pages.fetchNextPage()}
            />
          );
        }}
      </Answer>
    </>
  );
}
