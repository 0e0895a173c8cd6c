import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import type { CoachingProposal, Sent } from './groups.js';

/** Who cannot be put into a group yet, and what is missing. */
export function Waiting({ of, nameOf }: { of: CoachingProposal['waiting']; nameOf: (id: string) => string }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Notice tone="warn" title={t('groups.waiting', { count: of.length })}>
      <List size="sm">
        {of.map(({ journeyId, reason }) => (
          <List.Item key={journeyId}>
            <strong>{nameOf(journeyId)}:</strong> {reason}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}

/** Who was not changed, by name and with the reason. */
export function NotSent({ of, nameOf }: { of: Sent['refused']; nameOf: (id: string) => string }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Notice tone="warn" role="alert" title={t('groups.refused', { count: of.length })}>
      <List size="sm">
        {of.map(({ journeyId, code, detail }) => (
          <List.Item key={`${journeyId} ${code}`}>
            <strong>{nameOf(journeyId)}:</strong> {detail}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
