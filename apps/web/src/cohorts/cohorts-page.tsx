import { Badge, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { programmeName } from '../parts/programme-name.js';
import { Wide } from '../parts/wide.js';
import { number, shortDay } from '../words/dates.js';
import { cohortFilterOf, type CohortFilter, type Sort } from './cohort-filter.js';
import { cohortList } from './cohort-list.js';
import { CohortFilters } from './cohort-filters.js';
import type { CohortView } from './cohort-view.js';
import './cohorts-page.css';
import './words.js';

/** Every cohort that the reader has to do with. The address holds what it is narrowed to. */
export function CohortsPage() {
  const { t } = useTranslation();
  const account = useQuery(me()).data;
  const filter = cohortFilterOf(useSearch({ strict: false }));
  const list = useInfiniteQuery(cohortList(filter));
  const { sort: _sort, turned: _turned, ...narrowed } = filter;
  const isWhole = Object.keys(narrowed).length === 0;
  const opens = account?.memberships.some(({ role }) => role === 'institute') ?? false;
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('cohort.title')}</PageTitle>
        {opens && (
          <Button renderRoot={(props) => <Link to="/cohorts/new" {...props} />}>
            {t('cohort.open.button')}
          </Button>
        )}
      </Group>
      <Answer of={list}>
        {({ pages }) => {
          const cohorts = pages.flatMap(({ items }) => items);
          return isWhole && cohorts.length === 0 ? (
            <Message title={t('cohort.empty')} about={t('cohort.emptyAbout')} />
          ) : (
            <>
              <CohortFilters filter={filter} />
              <Cohorts of={cohorts} filter={filter} />
              <More of={list} />
            </>
          );
        }}
      </Answer>
    </>
  );
}

function Cohorts({ of, filter }: { of: CohortView[]; filter: CohortFilter }) {
  const { t } = useTranslation();
  if (of.length === 0)
    return (
      <Message title={t('cohort.list.none')} about={t('cohort.list.noneAbout')}>
        <PageLink to="/cohorts" search={{}}>
          {t('cohort.list.clear')}
        </PageLink>
      </Message>
    );
  return (
    <Wide label={t('cohort.title')}>
      <table className="cohorts">
        <thead>
          <tr>
            <SortedBy sort="name" words={t('cohort.name')} filter={filter} />
            <th>{t('cohort.programme')}</th>
            <th>{t('cohort.pathway')}</th>
            <SortedBy sort="startsOn" words={t('cohort.dates')} filter={filter} />
            <SortedBy sort="enrolled" words={t('cohort.enrolled')} filter={filter} isRight />
          </tr>
        </thead>
        <tbody>
          {of.map((cohort) => (
            <Line key={cohort.id} of={cohort} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function SortedBy(props: { sort: Sort; words: string; filter: CohortFilter; isRight?: boolean }) {
  const { sort, words, filter, isRight = false } = props;
  const { t } = useTranslation();
  const isSorted = filter.sort === sort;
  const { turned, ...kept } = filter;
  const search: CohortFilter = isSorted && !turned ? { ...kept, sort, turned: true } : { ...kept, sort };
  const isRising = (sort === 'name') !== (turned === true);
  return (
    <th
      className={isRight ? 'number' : undefined}
      aria-sort={isSorted ? (isRising ? 'ascending' : 'descending') : undefined}
    >
      <PageLink
        to="/cohorts"
        search={search}
        c="dark"
        fw={700}
        fz="sm"
        aria-label={t('cohort.list.sortBy', { what: words })}
      >
        {words}
        {isSorted && <span aria-hidden> {isRising ? '↑' : '↓'}</span>}
      </PageLink>
    </th>
  );
}

function Line({ of }: { of: CohortView }) {
  const { id, name, programme, pathway, startsOn, endsOn, enrolled, institute } = of;
  const { t } = useTranslation();
  return (
    <tr>
      <td>
        <PageLink to="/cohorts/$id" params={{ id }} fw={600}>
          {name}
        </PageLink>
        <Text size="xs" c="gray.7">
          {institute.name}
        </Text>
      </td>
      <td>{programme ? programmeName(programme) : t('cohort.assessmentOnly')}</td>
      <td>{pathway && <Badge variant="light">{t(`pathway.${pathway}`)}</Badge>}</td>
      <td>{startsOn && endsOn && `${shortDay(startsOn)} – ${shortDay(endsOn)}`}</td>
      <td className="number">{number(enrolled)}</td>
    </tr>
  );
}
