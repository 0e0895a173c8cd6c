import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.js';
import { PageLink } from './page-link.js';
import './words.js';

interface Person {
  journeyId: string;
  participant: { name: string | null };
  where: string;
  reason: string;
}

/** People of a list of whom nothing can be worked out here, by name and with why; the list itself goes on without them. */
export function UnreadableNote({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <Notice tone="warn" mb="md" title={t('parts.unreadable', { count: people.length })}>
      <List size="sm" spacing={4}>
        {people.map(({ journeyId, participant, where, reason }) => (
          <List.Item key={journeyId}>
            <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600}>
              {participant.name ?? '–'}
            </PageLink>{' '}
            ({where})<Text size="sm">{reason}</Text>
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
