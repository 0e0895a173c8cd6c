import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from './day-words.js';
import { SessionCard, type Acts } from './session-card.js';
import { byDay, type Session } from './timetable.js';

/** Day by day from today on; what is over unfolds. */
export function DayList({ all, today, acts }: { all: Session[]; today: string; acts: Acts }) {
  const { t } = useTranslation();
  const days = byDay(all);
  const over = days.filter(([day]) => day < today);
  const [isUnfolded, unfold] = useState(over.length === days.length);
  const shown = isUnfolded ? days : days.filter(([day]) => day >= today);
  return (
    <Stack gap="lg">
      {!isUnfolded && over.length > 0 && (
        <Button variant="default" onClick={() => unfold(true)} style={{ alignSelf: 'flex-start' }}>
          {t('timetable.over', { count: over.reduce((sum, [, list]) => sum + list.length, 0) })}
        </Button>
      )}
      {shown.map(([day, list]) => (
        <section key={day} aria-label={longDay(day)}>
          <Title order={2} size="h5" mb="xs">
            {longDay(day)}
          </Title>
          <Stack gap="xs">
            {list.map((session) => (
              <SessionCard key={session.id} session={session} acts={acts} />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
