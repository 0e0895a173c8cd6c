import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskFilter } from './task-filter.js';
import { tasksKey, tasksPage } from './task-queries.js';

const PAUSE_MS = 300;

/** Choices are those of what is on the whole list; with one of each there is nothing to choose. */
export function TaskFilters({ filter }: { filter: TaskFilter }) {
  const { t, i18n } = useTranslation();
  const go = useNavigate();
  const [typed, setTyped] = useState(filter.q ?? '');
  const all = useQuery({ queryKey: tasksKey({}), queryFn: () => tasksPage({}) }).data?.items ?? [];
  const narrow = (change: Record<string, string>) => {
    const next = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== '');
    void go({ to: '/tasks', search: Object.fromEntries(next), replace: true });
  };
  const search = useDebouncedCallback((q: string) => narrow({ q }), PAUSE_MS);
  const kinds = new Map(all.map(({ kind, label }) => [kind, label]));
  const cohorts = new Map(all.map(({ cohort, cohortName }) => [cohort ?? '', cohortName ?? '']));
  const roles = new Map(
    all.map(({ role }) => [role, i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.coach') : role]),
  );
  const isNarrowed = [filter.q, filter.kind, filter.cohort, filter.role].some((one) => one !== undefined);
  const isPhone = useMediaQuery('(max-width: 36em)') === true;
  return (
    <details className="fold" open={!isPhone || isNarrowed}>
      <summary hidden={!isPhone}>{t('tasks.search')}</summary>
      <Group align="flex-end" gap="sm" role="search" aria-label={t('tasks.search')}>
        <TextInput
          label={t('tasks.name')}
          maxLength={100}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            search(currentTarget.value.trim());
          }}
          w={{ base: '100%', xs: 220 }}
        />
        {(
          [
            ['kind', kinds],
            ['cohort', cohorts],
            ['role', roles],
          ] as const
        ).map(
          ([name, options]) =>
            (options.size > 1 || filter[name] !== undefined) && (
              <NativeSelect
                key={name}
                label={t(`tasks.filter.${name}`)}
                w={{ base: '100%', xs: 240 }}
                value={filter[name] ?? ''}
                onChange={({ currentTarget }) => narrow({ [name]: currentTarget.value })}
                data={[
                  { value: '', label: t('state.all') },
                  ...[...options].map(([value, label]) => ({ value, label })),
                ]}
              />
            ),
        )}
        {isNarrowed && (
          <Button
            variant="default"
            onClick={() => {
              setTyped('');
              void go({ to: '/tasks', search: filter.show ? { show: filter.show } : {} });
            }}
          >
            {t('tasks.clear')}
          </Button>
        )}
      </Group>
    </details>
  );
}
