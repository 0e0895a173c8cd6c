import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortDay } from '../words/dates.js';
import { weekDay } from './day-words.js';
import { SessionCard, type Acts } from './session-card.js';
import type { Session } from './timetable.js';
import { plusDays, weekFrom } from './week.js';
import './week.css';

const WORKDAYS = 5;

/** One week; days off stand in it only when something is held on them. */
export function Week(props: { monday: string; all: Session[]; acts: Acts; onWeek: (day: string) => void }) {
  const { t } = useTranslation();
  const { monday, all, acts, onWeek } = props;
  const of = (day: string) => all.filter(({ date }) => date === day);
  const days = weekFrom(monday).filter((day, index) => index < WORKDAYS || of(day).length > 0);
  const step = (label: string, to: number, Icon: typeof IconChevronLeft) => (
    <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => onWeek(plusDays(monday, to))}>
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      <Group mb="sm">
        {step(t('timetable.before'), -7, IconChevronLeft)}
        <Title order={2} size="h4" aria-live="polite">
          {shortDay(monday)} – {shortDay(plusDays(monday, 6))}
        </Title>
        {step(t('timetable.after'), 7, IconChevronRight)}
      </Group>
      <div className="week" data-days={days.length}>
        {days.map((day) => (
          <section key={day} aria-label={weekDay(day)}>
            <Text fw={650} size="sm" mb={6}>
              {weekDay(day)}
            </Text>
            <Stack gap="xs">
              {of(day).length === 0 && (
                <Text size="sm" c="gray.7">
                  {t('timetable.nothing')}
                </Text>
              )}
              {of(day).map((session) => (
                <SessionCard key={session.id} session={session} acts={acts} isSmall />
              ))}
            </Stack>
          </section>
        ))}
      </div>
    </>
  );
}
