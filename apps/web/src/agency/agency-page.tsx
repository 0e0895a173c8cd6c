import { Box, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, journeysKey, journeysPage, me } from '../api/queries.js';
import { NextStep } from '../journeys/next-step.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { SixtyDays } from '../tasks/sixty-days.js';
import { shelfOf } from '../tasks/shelves.js';
import { TaskCard } from '../tasks/task-card.js';
import { tasksKey, tasksPage } from '../tasks/task-queries.js';
import '../actions/words.js';
import '../tasks/tasks.css';
import './words.js';

const PAUSE_MS = 300;

/** A sending agency's own page: what it owes by when, whose sixty days run, and where everybody is. */
export function AgencyPage() {
  const { t } = useTranslation();
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('agency.title')}</PageTitle>
        <PageLink to="/agency/talents" search={{}}>
          {t('agency.toTalents')}
        </PageLink>
      </Group>
      <Stack>
        <Owed />
        <SixtyDays logs={false} />
        <People />
      </Stack>
    </>
  );
}

function Owed() {
  const { t } = useTranslation();
  const filter = { role: 'agency' };
  const list = useQuery({ queryKey: tasksKey(filter), queryFn: () => tasksPage(filter) });
  const account = useQuery(me()).data;
  const now = useQuery(clock()).data?.now ?? new Date().toISOString();
  const mine = account?.personId ?? account?.id ?? '';
  return (
    <Part title={t('agency.owed')}>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="gray.7">{t('agency.nothingOwed')}</Text>
          ) : (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((task) => (
                <TaskCard key={task.id} task={task} shelf={shelfOf(task, mine, now)} now={now} me={mine} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Part>
  );
}

function People() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const filter = q === '' ? {} : { q };
  const pages = useInfiniteQuery({
    queryKey: [...journeysKey(filter), 'agency'],
    queryFn: ({ pageParam }) => journeysPage(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  return (
    <Part title={t('agency.people')} aside={<PageLink to="/journeys">{t('agency.whole')}</PageLink>}>
      <TextInput
        label={t('agency.find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        maw={320}
        mb="sm"
      />
      <Answer of={pages}>
        {({ pages: all }) => {
          const items = all.flatMap((page) => page.items);
          if (items.length === 0)
            return <Message title={t('agency.nobody')} about={t('agency.nobodyAbout')} />;
          return (
            <Table verticalSpacing={8} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('agency.person')}</Table.Th>
                  <Table.Th visibleFrom="xs">{t('agency.where')}</Table.Th>
                  <Table.Th visibleFrom="xs">{t('agency.next')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ id, participant, cohort, where, next, overdue }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <PageLink to="/journeys/$id" params={{ id }} fw={600}>
                        {participant.name}
                      </PageLink>
                      <Text size="xs" c="gray.7">
                        {cohort.name}
                      </Text>
                      <Box hiddenFrom="xs" mt={4}>
                        <Text size="sm">{where}</Text>
                        <NextStep next={next} isOverdue={overdue} />
                      </Box>
                    </Table.Td>
                    <Table.Td visibleFrom="xs">{where}</Table.Td>
                    <Table.Td visibleFrom="xs">
                      <NextStep next={next} isOverdue={overdue} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          );
        }}
      </Answer>
      <More of={pages} />
    </Part>
  );
}
