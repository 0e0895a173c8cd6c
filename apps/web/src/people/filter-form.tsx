import { Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { board, cohorts, type JourneyFilter } from '../api/queries.js';
import { language } from '../words/language.js';
import './filter-form.css';

const PATHWAYS = ['flexible', 'cluster', 'a-la-carte', 'generic-plus'] as const;
const FIELD = { w: { base: '100%', xs: 210 } } as const;

const agencies = () => ({
  queryKey: [language(), 'organisations', 'agency'],
  queryFn: () =>
    answerOf(api.GET('/api/v1/organisations', { params: { query: { kind: 'agency', limit: 200 } } })),
  staleTime: Infinity,
});

/** Narrows the list; every choice stands in the address at once. */
export function FilterForm({ filter }: { filter: JourneyFilter }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const narrow = (change: JourneyFilter) =>
    void go({ to: '/journeys', search: { ...filter, ...change }, replace: true });
  const search = useDebouncedCallback((q: string) => narrow({ q }), 300);
  const known = useQuery(cohorts());
  const senders = useQuery(agencies());
  const states = useQuery({ ...board(filter.cohort ?? ''), enabled: filter.cohort !== undefined });
  const [isOpen, setOpen] = useState(false);
  const count = Object.keys(filter).length;
  return (
    <Group mb="md" align="flex-end" role="search" gap="sm" className={isOpen ? undefined : 'folded'}>
      <TextInput
        {...FIELD}
        key={filter.q === undefined ? 'empty' : 'typed'}
        label={t('search.placeholder')}
        maxLength={100}
        defaultValue={filter.q}
        onChange={({ currentTarget }) => search(currentTarget.value)}
      />
      <Button
        hiddenFrom="xs"
        variant="default"
        leftSection={<IconFilter size={18} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? t('people.filtersSet', { count }) : t('people.filters')}
      </Button>
      <Select
        {...FIELD}
        label={t('journey.cohort')}
        placeholder={t('state.all')}
        data={(known.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.cohort ?? null}
        onChange={(cohort) => narrow({ cohort: cohort ?? undefined, state: undefined })}
        clearable
        searchable
      />
      {filter.cohort !== undefined && (
        <Select
          {...FIELD}
          label={t('journey.where')}
          placeholder={t('state.all')}
          data={(states.data?.states ?? []).map(({ state, label }) => ({ value: state, label }))}
          value={filter.state ?? null}
          onChange={(state) => narrow({ state: state ?? undefined })}
          clearable
        />
      )}
      <Select
        {...FIELD}
        label={t('cohort.pathway')}
        placeholder={t('state.all')}
        data={PATHWAYS.map((pathway) => ({ value: pathway, label: t(`pathway.${pathway}`) }))}
        value={filter.pathway ?? null}
        onChange={(pathway) => narrow({ pathway: (pathway ?? undefined) as JourneyFilter['pathway'] })}
        clearable
      />
      <Select
        {...FIELD}
        label={t('people.agency')}
        placeholder={t('state.all')}
        data={(senders.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        value={filter.agency ?? null}
        onChange={(agency) => narrow({ agency: agency ?? undefined })}
        clearable
        searchable
      />
      <Select
        {...FIELD}
        label={t('people.order')}
        data={(['due', 'name'] as const).map((sort) => ({ value: sort, label: t(`people.orders.${sort}`) }))}
        value={filter.sort ?? 'due'}
        onChange={(sort) => narrow({ sort: sort === 'name' ? 'name' : undefined })}
        allowDeselect={false}
      />
      <Switch
        mb={8}
        label={t('journey.onlyOverdue')}
        checked={filter.overdue === true}
        onChange={({ currentTarget }) => narrow({ overdue: currentTarget.checked || undefined })}
      />
      {count > 0 && (
        <Button variant="default" onClick={() => void go({ to: '/journeys', search: {} })}>
          {t('people.everybody')}
        </Button>
      )}
    </Group>
  );
}
