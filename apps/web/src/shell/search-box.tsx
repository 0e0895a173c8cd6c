import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cohorts, journeysKey, journeysPage } from '../api/queries.js';
import { SEARCH_FIELD } from './people-search.js';

const MOST = 8;
const SHORTEST = 2;

interface Props {
  typed: string;
  setTyped: (text: string) => void;
  /** The plain field has the focus, which goes over too. */
  isTurnedTo: boolean;
}

/** People and cohorts that the reader has to do with; takes over from the plain field with what was typed so far. */
export function SearchBox({ typed, setTyped, isTurnedTo }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const box = useCombobox({ defaultOpened: typed !== '' });
  const [text] = useDebouncedValue(typed.trim(), 250);
  const isAsking = text.length >= SHORTEST;
  const people = useQuery({
    queryKey: journeysKey({ q: text }),
    queryFn: () => journeysPage({ q: text }),
    enabled: isAsking,
  });
  const known = useQuery({ ...cohorts(), enabled: isAsking });
  const fits = (name: string) => name.toLowerCase().includes(text.toLowerCase());
  const found = [
    ...(known.data?.items ?? [])
      .filter(({ name }) => isAsking && fits(name))
      .slice(0, MOST / 2)
      .map(({ id, name, institute }) => ({ to: `/cohorts/${id}`, name, about: institute.name })),
    ...(people.data?.items ?? []).slice(0, MOST).map(({ id, participant, cohort }) => ({
      ...{ to: `/journeys/${id}`, name: participant.name ?? '' },
      about: `${cohort.name} · ${participant.agency.name}`,
    })),
  ];
  const open = (to: string) => {
    setTyped('');
    box.closeDropdown();
    void go({ to });
  };
  return (
    <Combobox store={box} onOptionSubmit={open} withinPortal>
      <Combobox.Target>
        <TextInput
          {...SEARCH_FIELD}
          autoFocus={isTurnedTo}
          leftSection={
            people.isFetching ? <Loader size={16} aria-hidden /> : <IconSearch size={16} aria-hidden />
          }
          maxLength={100}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            box.openDropdown();
          }}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isAsking}>
        <Combobox.Options aria-label={t('search.label')}>
          {found.map(({ to, name, about }) => (
            <Combobox.Option key={to} value={to}>
              <Text size="sm">{name}</Text>
              <Text size="xs" c="gray.7">
                {about}
              </Text>
            </Combobox.Option>
          ))}
          {found.length === 0 && people.data && (
            <Combobox.Empty>{t('search.nothing', { text })}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
