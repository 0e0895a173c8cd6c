import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

export const SEARCH_FIELD = { flex: 1, maw: 420, miw: 0 } as const;

const SearchBox = lazy(() => import('./search-box.js').then((module) => ({ default: module.SearchBox })));

/** The field is there at once; what finds comes when somebody turns to it. */
export function PeopleSearch() {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const plain = (
    <TextInput
      {...SEARCH_FIELD}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={typed}
      onFocus={() => setWanted(true)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
  if (!isWanted) return plain;
  return (
    <Suspense fallback={plain}>
      <SearchBox typed={typed} setTyped={setTyped} />
    </Suspense>
  );
}
