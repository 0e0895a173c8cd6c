import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';

interface Next {
  label: string;
  owner: string;
  due: string | null;
}

/** What comes next, whose turn it is, and by when. */
export function NextStep({ next, isOverdue }: { next: Next | null; isOverdue?: boolean }) {
  const { t, i18n } = useTranslation();
  if (!next) return <Text c="gray.7">{t('journey.nothingNext')}</Text>;
  const owner = `role.${next.owner}`;
  return (
    <div>
      <Text size="sm" fw={500}>
        {next.label}
      </Text>
      <Text size="xs" c="gray.7">
        {i18n.exists(owner) ? t(owner as 'role.coach') : next.owner} ·{' '}
        {next.due === null ? t('journey.noDue') : dayInWords(next.due)}
      </Text>
      {isOverdue && (
        <Badge size="sm" color={TONES.alarm}>
          {t('journey.overdue')}
        </Badge>
      )}
    </div>
  );
}
