import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { programmeName } from '../parts/programme-name.js';
import { cohortFilterOf, WHENS, type CohortFilter } from './cohort-filter.js';
import { PATHWAYS, PROGRAMMES } from './choices.js';

const PAUSE_MS = 250;

/** What the list is narrowed to; each choice is in the address at once. */
export function CohortFilters({ filter }: { filter: CohortFilter }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [typed, type] = useState(filter.q ?? '');
  const narrow = (change: Record<string, unknown>) =>
    void go({ to: '/cohorts', search: cohortFilterOf({ ...filter, ...change }), replace: true });
  const search = useDebouncedCallback((q: string) => narrow({ q }), PAUSE_MS);
  const { sort, turned, ...narrowed } = filter;
  const choice = (
    name: 'programme' | 'pathway' | 'when',
    label: string,
    data: { value: string; label: string }[],
  ) => (
    <NativeSelect
      label={label}
      data={[{ value: '', label: t('cohort.list.every') }, ...data]}
      value={filter[name] ?? ''}
      onChange={({ currentTarget }) => narrow({ [name]: currentTarget.value || undefined })}
      w={{ base: 'calc(50% - 6px)', xs: 180 }}
    />
  );
  return (
    <Group mb="md" align="flex-end" gap="sm">
      <TextInput
        label={t('cohort.list.search')}
        maxLength={100}
        value={typed}
        onChange={({ currentTarget }) => {
          type(currentTarget.value);
          search(currentTarget.value);
        }}
        w={{ base: '100%', xs: 240 }}
      />
      {choice(
        'when',
        t('cohort.list.when'),
        WHENS.map((value) => ({ value, label: t(`cohort.list.whens.${value}`) })),
      )}
      {choice(
        'programme',
        t('cohort.programme'),
        PROGRAMMES.map((value) => ({ value, label: programmeName(value) })),
      )}
      {choice(
        'pathway',
        t('cohort.pathway'),
        PATHWAYS.map((value) => ({ value, label: t(`pathway.${value}`) })),
      )}
      {Object.keys(narrowed).length > 0 && (
        <Button
          variant="default"
          onClick={() => {
            type('');
            void go({ to: '/cohorts', search: cohortFilterOf({ sort, turned }), replace: true });
          }}
        >
          {t('cohort.list.clear')}
        </Button>
      )}
    </Group>
  );
}
