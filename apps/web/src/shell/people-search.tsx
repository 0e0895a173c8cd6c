import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export const SEARCH_FIELD = { flex: 1, maw: 420, miw: 0 } as const;

type Box = typeof import('./search-box.js').SearchBox;

/** The field is there at once; what finds comes when somebody turns to it, and takes over what was typed meanwhile. */
export function PeopleSearch() {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ Box: Box; isTurnedTo: boolean } | null>(null);
  const [typed, setTyped] = useState('');
  const plain = useRef<HTMLInputElement>(null);
  const fetchBox = async () => {
    const { SearchBox } = await import('./search-box.js');
    // Whoever has gone on meanwhile is not called back, least of all from a form that he writes in.
    setFound({ Box: SearchBox, isTurnedTo: document.activeElement === plain.current });
  };
  if (found) return <found.Box typed={typed} setTyped={setTyped} isTurnedTo={found.isTurnedTo} />;
  return (
    <TextInput
      ref={plain}
      {...SEARCH_FIELD}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={100}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={typed}
      onFocus={() => void fetchBox()}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
