import { Select, Text, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organisation, organisationsNamed, type Kind } from './administration.js';
import './words.js';

const PAUSE_MS = 250;

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  /** An organisation's id; null for none. */
  value: string | null;
  onChange: (id: string | null) => void;
  kind?: Kind;
  /** Those that are not offered. */
  without?: readonly string[];
};

/** One of the organisations that the reader keeps, searched by name or code. */
export function OrganisationPicker({ value, onChange, kind, without = [], ...more }: Props) {
  const { t } = useTranslation();
  const chosen = useQuery({ ...organisation(value ?? ''), enabled: value !== null }).data;
  const [typed, type] = useState('');
  const [q] = useDebouncedValue(typed === chosen?.name ? '' : typed.trim(), PAUSE_MS);
  const found = useQuery({ ...organisationsNamed(q, kind), placeholderData: (before) => before });
  const items = (found.data?.items ?? []).filter(({ id }) => !without.includes(id));
  const codes = new Map(items.map(({ id, code }) => [id, code]));
  const data = items.map(({ id, name }) => ({ value: id, label: name }));
  if (chosen && !codes.has(chosen.id)) data.unshift({ value: chosen.id, label: chosen.name });
  return (
    <Select
      nothingFoundMessage={t(found.isLoading ? 'state.loading' : 'administration.none')}
      {...more}
      searchable
      data={data}
      filter={({ options }) => options}
      maxLength={100}
      searchValue={typed}
      onSearchChange={type}
      value={value}
      onChange={onChange}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="gray.7">
            {codes.get(option.value)}
          </Text>
        </div>
      )}
    />
  );
}
