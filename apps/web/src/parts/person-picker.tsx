import { Select, Text, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { language } from '../words/language.js';
import './words.js';

type Asked = paths['/api/v1/people']['get']['parameters']['query'];
type Answered = paths['/api/v1/people']['get']['responses']['200']['content']['application/json'];
export type NamedPerson = Answered['items'][number];

const SHOWN = 50;
const PAUSE_MS = 250;

/** Whom the reader may name in a role; of a journey also whoever accompanies it and the participant's superior. */
export const people = (asked: Pick<Asked, 'role' | 'q' | 'journey'>) =>
  queryOptions({
    queryKey: [language(), 'people', asked],
    queryFn: () => answerOf(api.GET('/api/v1/people', { params: { query: { ...asked, limit: SHOWN } } })),
    staleTime: 60_000,
  });

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  role: Asked['role'];
  journey?: string;
  /** Who is chosen, by id; with the name where it is known, for he may not be among those whom one may name now. */
  value: { id: string; name: string } | null;
  onChange: (chosen: { id: string; name: string } | null) => void;
};

/** One person, searched by name. */
export function PersonPicker({ role, journey, value, onChange, ...more }: Props) {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [q] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), PAUSE_MS);
  const asked = { role, ...(q !== '' && { q }), ...(journey !== undefined && { journey }) };
  const found = useQuery({ ...people(asked), placeholderData: (before) => before });
  const items = found.data?.items ?? [];
  const known = new Map(items.map((one) => [one.id, one]));
  const data = items.map(({ id, name }) => ({ value: id, label: name }));
  if (value && !known.has(value.id)) data.unshift({ value: value.id, label: value.name });
  return (
    <Select
      placeholder={t('parts.person.choose')}
      nothingFoundMessage={found.isLoading ? t('state.loading') : t('parts.person.nobody')}
      description={
        found.data?.nextCursor != null && q === '' ? t('parts.person.more', { count: SHOWN }) : undefined
      }
      {...more}
      searchable
      data={data}
      filter={({ options }) => options}
      maxLength={100}
      searchValue={typed}
      onSearchChange={type}
      value={value?.id ?? null}
      onChange={(id, option) => onChange(id === null ? null : { id, name: option?.label ?? id })}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <About person={known.get(option.value)} />
        </div>
      )}
    />
  );
}

/** Two of one name are told apart by where they are. */
function About({ person }: { person: NamedPerson | undefined }) {
  const { t } = useTranslation();
  if (!person) return null;
  const said = [
    ...(person.isSuperior ? [t('parts.person.superior')] : []),
    ...person.organisations.map(({ name }) => name),
  ];
  return (
    <Text size="xs" c="gray.7">
      {said.join(' · ')}
    </Text>
  );
}
