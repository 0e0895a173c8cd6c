import { Group, Stack, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { FoldingPart, useNarrow } from '../parts/folding-part.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { OutboxList } from './outbox-list.js';
import { SavedViews } from './saved-views.js';
import { PageTitle } from '../parts/page-title.js';
import { rolesOf, type Account } from '../shell/roles.js';
import { ShelfLinks } from './shelf-links.js';
import { shelfOf } from './shelves.js';
import { SixtyDays } from './sixty-days.js';
import { TaskCard } from './task-card.js';
import { SHELVES, type Shelf, type TaskFilter } from './task-filter.js';
import { TaskFilters } from './task-filters.js';
import { taskCounts, tasksKey, tasksPage, type TaskView } from './task-queries.js';
import { useReadiness } from './use-readiness.js';
import './tasks.css';
import './words.js';

/** One list over all institutes: whose turn it is, the most urgent first. The address holds what is looked for. */
export function TasksPage() {
  const { t } = useTranslation();
  const filter = useSearch({ strict: false }) as TaskFilter;
  const { show } = filter;
  const account = useQuery(me()).data;
  const now = useQuery(clock()).data?.now ?? new Date().toISOString();
  const pages = useInfiniteQuery({
    queryKey: [...tasksKey(filter), 'pages'],
    queryFn: ({ pageParam }) => tasksPage(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const mine = account?.personId ?? account?.id ?? '';
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  useReadiness(items);
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('tasks.title')}</PageTitle>
        <PageLink to="/account">{t('tasks.deputyLink')}</PageLink>
      </Group>
      <OutboxList />
      <Answer of={pages}>
        {() => {
          // What was asked for by its shelf stands there, whatever the clock of this screen says.
          const shelves = show ? new Map([[show, items]]) : onShelves(items, mine, now);
          return (
            <Stack gap="lg">
              <ShelfLinks filter={filter} />
              <TaskFilters filter={filter} />
              <SavedViews filter={filter} />
              <Shelves shelves={shelves} shown={URGENT} filter={filter} now={now} me={mine} />
              {account && coaches(account) && show === undefined && <SixtyDays logs />}
              <Shelves shelves={shelves} shown={REST} filter={filter} now={now} me={mine} />
              {items.length === 0 && (
                <Message title={t(show ? 'tasks.emptyShelf' : 'tasks.empty')} about={t('tasks.emptyAbout')} />
              )}
              <More of={pages} />
            </Stack>
          );
        }}
      </Answer>
    </>
  );
}

const URGENT: readonly Shelf[] = ['overdue', 'today', 'week'];
const REST = SHELVES.filter((shelf) => !URGENT.includes(shelf));

const coaches = (account: Account) => rolesOf(account).some((role) => role === 'coach' || role === 'mentor');

export type Shelved = ReadonlyMap<Shelf, TaskView[]>;

function onShelves(items: TaskView[], me: string, now: string): Shelved {
  const shelves = new Map<Shelf, TaskView[]>(SHELVES.map((shelf) => [shelf, []]));
  for (const task of items) shelves.get(shelfOf(task, me, now))?.push(task);
  return shelves;
}

interface ShelvesProps {
  shelves: Shelved;
  shown: readonly Shelf[];
  filter: TaskFilter;
  now: string;
  me: string;
}

/** What is due soon lies open; a phone folds the rest, with how much it is. What comes first is never folded. */
function Shelves({ shelves, shown, filter, now, me: mine }: ShelvesProps) {
  const { show } = filter;
  // Whoever looks for something sees all that was found.
  const mayFold = useNarrow() && Object.keys(filter).length === 0;
  const first = SHELVES.find((shelf) => (shelves.get(shelf)?.length ?? 0) > 0);
  const filled = shown.filter(
    (shelf) => (show === undefined || shelf === show) && (shelves.get(shelf)?.length ?? 0) > 0,
  );
  return filled.map((shelf) => {
    const cards = shelves
      .get(shelf)
      ?.map((task) => <TaskCard key={task.id} task={task} shelf={shelf} now={now} me={mine} />);
    const isFolded = mayFold && shelf !== first && !URGENT.includes(shelf);
    return isFolded ? (
      <FoldedShelf key={shelf} shelf={shelf}>
        {cards}
      </FoldedShelf>
    ) : (
      <OpenShelf key={shelf} shelf={shelf}>
        {cards}
      </OpenShelf>
    );
  });
}

function OpenShelf({ shelf, children }: { shelf: Shelf; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t(`tasks.shelf.${shelf}`)}>
      <Title order={2} size="h4" mb="xs">
        {t(`tasks.shelf.${shelf}`)}
      </Title>
      <Cards>{children}</Cards>
    </section>
  );
}

/** Counted by the record: of a long list only the first are loaded. */
function FoldedShelf({ shelf, children }: { shelf: Shelf; children: ReactNode }) {
  const { t } = useTranslation();
  const count = useQuery(taskCounts({})).data?.[shelf];
  return (
    <FoldingPart
      title={t(`tasks.shelf.${shelf}`)}
      name={`tasks.${shelf}`}
      {...(count !== undefined && { about: t('tasks.folded', { count }) })}
    >
      <Cards>{children}</Cards>
    </FoldingPart>
  );
}

function Cards({ children }: { children: ReactNode }) {
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {children}
    </Stack>
  );
}
