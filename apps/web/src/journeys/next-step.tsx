import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clock } from '../api/queries.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import './words.js';

interface Next {
  label: string;
  owner: string;
  due: string | null;
}

/** What comes next, whose turn it is, and by when. */
export function NextStep({ next, isOverdue }: { next: Next | null; isOverdue?: boolean }) {
  const { t, i18n } = useTranslation();
  const now = useQuery(clock()).data?.now.slice(0, 10);
  if (!next) return <Text c="gray.7">{t('journey.nothingNext')}</Text>;
  const owner = `role.${next.owner}`;
  // What has passed already comes again, each time as a reminder.
  const isReminder = isOverdue === true && next.due !== null && now !== undefined && next.due > now;
  const by = next.due === null ? t('journey.noDue') : dayInWords(next.due);
  return (
    <div>
      <Text size="sm" fw={500}>
        {next.label}
      </Text>
      <Text size="xs" c="gray.7">
        {i18n.exists(owner) ? t(owner as 'role.coach') : next.owner} ·{' '}
        {isReminder ? t('way.remindedAgain', { date: by }) : by}
      </Text>
      {isOverdue && (
        <Badge size="sm" color={TONES.alarm}>
          {t('journey.overdue')}
        </Badge>
      )}
    </div>
  );
}
