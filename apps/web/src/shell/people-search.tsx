import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export const SEARCH_FIELD = { flex: 1, maw: 420, miw: 0 } as const;

type Box = typeof import('./search-box.js').SearchBox;

/** The field is there at once; what finds comes when somebody turns to it, and takes over what was typed meanwhile. */
export function PeopleSearch() {
  const { t } = useTranslation();
  const [Box, setBox] = useState<Box | null>(null);
  const [typed, setTyped] = useState('');
  const fetchBox = async () => {
    const { SearchBox } = await import('./search-box.js');
    setBox(() => SearchBox);
  };
  if (Box) return <Box typed={typed} setTyped={setTyped} />;
  return (
    <TextInput
      {...SEARCH_FIELD}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={typed}
      onFocus={() => void fetchBox()}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
