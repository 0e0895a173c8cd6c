import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clock } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { tasksKey, tasksPage, type TaskView } from '../tasks/task-queries.js';
import { dayInWords } from '../words/dates.js';
import { daysBetween } from '../words/days.js';
import { ASSESSING, type AssessmentFilter, type Assessing } from './assessment-filter.js';
import './assessments.css';
import './words.js';

const CENTRE = { role: 'centre' };

/** What waits for the centre, cohort by cohort; a batch comes in from a sheet. */
export function AssessmentsPage() {
  const { t } = useTranslation();
  const { kind } = useSearch({ strict: false }) as AssessmentFilter;
  const pages = useInfiniteQuery({
    queryKey: [...tasksKey(CENTRE), 'pages'],
    queryFn: ({ pageParam }) => tasksPage(CENTRE, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <>
      <PageTitle>{t('assessments.title')}</PageTitle>
      <Text c="gray.7" mb="md">
        {t('assessments.about')}
      </Text>
      <Answer of={pages}>
        {({ pages: all }) => {
          const items = all.flatMap((page) => page.items);
          if (items.length === 0)
            return <Message title={t('assessments.empty')} about={t('assessments.emptyAbout')} />;
          const shown = items.filter((item) => kind === undefined || item.kind === kind);
          return (
            <Stack>
              <Kinds items={items} chosen={kind} />
              {[...byCohort(shown)].map(([cohort, tasks]) => (
                <Cohort key={cohort} cohort={cohort} tasks={tasks} />
              ))}
              <More of={pages} />
            </Stack>
          );
        }}
      </Answer>
    </>
  );
}

function byCohort(items: TaskView[]): Map<string, TaskView[]> {
  const cohorts = new Map<string, TaskView[]>();
  for (const item of items)
    if (item.cohort !== null) cohorts.set(item.cohort, [...(cohorts.get(item.cohort) ?? []), item]);
  return cohorts;
}

/** How much of which kind; each leads to just that. */
function Kinds({ items, chosen }: { items: TaskView[]; chosen: Assessing | undefined }) {
  const { t } = useTranslation();
  const known = ASSESSING.flatMap((kind) => {
    const of = items.filter((item) => item.kind === kind);
    return of[0] ? [{ kind, label: of[0].label, count: of.length }] : [];
  });
  return (
    <Group component="nav" gap="xs" aria-label={t('assessments.kinds')}>
      <Link to="/assessments" search={{}} className="kind" aria-current={chosen === undefined}>
        {t('assessments.all')} <span className="number">{items.length}</span>
      </Link>
      {known.map(({ kind, label, count }) => (
        <Link key={kind} to="/assessments" search={{ kind }} className="kind" aria-current={chosen === kind}>
          {label} <span className="number">{count}</span>
        </Link>
      ))}
    </Group>
  );
}

function Cohort({ cohort, tasks }: { cohort: string; tasks: TaskView[] }) {
  const { t } = useTranslation();
  const now = useQuery(clock()).data?.now ?? new Date().toISOString();
  return (
    <Part
      title={tasks[0]?.cohortName ?? ''}
      aside={
        <PageLink to="/assessments/$cohort" params={{ cohort }} size="sm">
          <IconFileSpreadsheet size={16} aria-hidden style={{ verticalAlign: -3 }} />{' '}
          {t('assessments.importResults')}
        </PageLink>
      }
    >
      <Table verticalSpacing={8} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('assessments.participant')}</Table.Th>
            <Table.Th visibleFrom="xs">{t('assessments.what')}</Table.Th>
            <Table.Th visibleFrom="xs">{t('assessments.by')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tasks.map(({ id, participant, label, due, status, assigneeName, deputyName }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <PageLink to="/tasks/$id" params={{ id }} fw={600}>
                  {participant.name}
                </PageLink>
                <Text size="sm" hiddenFrom="xs">
                  {label}
                  {due !== null && ` · ${dayInWords(due)}`}
                </Text>
              </Table.Td>
              <Table.Td visibleFrom="xs">
                {label}
                {status === 'claimed' && (
                  <Text size="xs" c="gray.7">
                    {t('assessments.holder')}: {deputyName ?? assigneeName}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className="number" visibleFrom="xs">
                {due === null ? t('assessments.noDue') : dayInWords(due)}
                {due !== null && daysBetween(now, due) < 0 && (
                  <Badge ml="xs" size="sm" color={TONES.alarm}>
                    {t('journey.overdue')}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
