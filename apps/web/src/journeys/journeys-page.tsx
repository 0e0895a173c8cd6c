import { Badge, Button, Group, Switch, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journeysKey, journeysPage, type JourneyFilter } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { NextStep } from './next-step.js';

/** Everybody that the reader has to do with, by what is due first. The address holds the filter. */
export function JourneysPage() {
  const { t } = useTranslation();
  const filter = useSearch({ strict: false }) as JourneyFilter;
  const go = useNavigate();
  const narrow = (change: JourneyFilter) =>
    void go({ to: '/journeys', search: { ...filter, ...change }, replace: true });
  const search = useDebouncedCallback((q: string) => narrow({ q }), 300);
  const pages = useInfiniteQuery({
    queryKey: [...journeysKey(filter), 'pages'],
    queryFn: ({ pageParam }) => journeysPage(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <>
      <Title order={1} size="h2" mb="md">
        {t('journey.title')}
      </Title>
      <Group mb="md" align="flex-end">
        <TextInput
          label={t('search.placeholder')}
          defaultValue={filter.q}
          onChange={({ currentTarget }) => search(currentTarget.value)}
          w={{ base: '100%', xs: 260 }}
        />
        <Switch
          mb={8}
          label={t('journey.onlyOverdue')}
          checked={filter.overdue === true}
          onChange={({ currentTarget }) => narrow({ overdue: currentTarget.checked })}
        />
        {(filter.cohort !== undefined || filter.state !== undefined) && (
          <Button variant="default" onClick={() => void go({ to: '/journeys', search: {} })}>
            {t('state.all')}
          </Button>
        )}
      </Group>
      <Answer of={pages}>
        {({ pages: all }) => {
          const items = all.flatMap((page) => page.items);
          if (items.length === 0)
            return <Message title={t('journey.empty')} about={t('journey.emptyAbout')} />;
          return (
            <>
              <Table.ScrollContainer minWidth={760}>
                <Table highlightOnHover verticalSpacing="sm" bg="white" withTableBorder>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('journey.participant')}</Table.Th>
                      <Table.Th>{t('journey.cohort')}</Table.Th>
                      <Table.Th>{t('journey.where')}</Table.Th>
                      <Table.Th>{t('journey.next')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map(({ id, participant, cohort, where, status, next, overdue }) => (
                      <Table.Tr key={id}>
                        <Table.Td>
                          <PageLink to="/journeys/$id" params={{ id }} fw={600}>
                            {participant.name}
                          </PageLink>
                          <Text size="xs" c="gray.7">
                            {participant.agency.name}
                          </Text>
                        </Table.Td>
                        <Table.Td>{cohort.name}</Table.Td>
                        <Table.Td>
                          {where}
                          {(status === 'suspended' || status === 'incident') && (
                            <Badge ml="xs" color={TONES.warn}>
                              {t(`journey.status.${status}`)}
                            </Badge>
                          )}
                        </Table.Td>
                        <Table.Td>
                          <NextStep next={next} isOverdue={overdue} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              {pages.hasNextPage && (
                <Group justify="center" mt="md">
                  <Button
                    variant="light"
                    loading={pages.isFetchingNextPage}
                    onClick={() => void pages.fetchNextPage()}
                  >
                    {t('state.more')}
                  </Button>
                </Group>
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
}
