import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JourneyView } from '../actions/event-types.js';
import { remediationSessions, sessions } from '../actions/sessions.js';
import { useToday } from '../actions/use-today.js';
import { competencyNames, history } from '../api/queries.js';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { daysBetween } from '../words/days.js';
import './words.js';

/** How long the workplace development lasts by the rule. */
const DAYS = 60;

/** What is left of the sixty days, and what there is to show for each competency that was not met. */
export function RemediationCountdown({ journey, bare }: { journey: JourneyView; bare?: true }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  const today = useToday(journey.cohort.zone);
  const isOn = journey.state.some((path) => path.startsWith('remediation'));
  const told = useQuery({ ...history(journey.id), enabled: isOn }).data;
  const logged = useQuery({ ...sessions(journey.id), enabled: isOn }).data;
  const ends = journey.deadlines.find(({ name, status }) => name === 'remediationEnds' && status === 'armed');
  if (!isOn || !ends || !journey.verdict) return null;
  const left = Math.max(0, daysBetween(today, ends.due));
  const counted = told && logged ? remediationSessions(logged.items, told.log) : null;
  const shown = (
    <>
      <Group justify="space-between" align="baseline">
        <Text size="xl" fw={700} className="number">
          {t('tasks.remediation.left', { count: left })}
        </Text>
        <Text size="sm" c="gray.7">
          {t('tasks.remediation.until', { day: dayInWords(ends.due) })}
        </Text>
      </Group>
      <Progress
        value={(100 * (DAYS - Math.min(DAYS, left))) / DAYS}
        color={left <= 20 ? TONES.warn : TONES.calm}
        aria-label={t('tasks.remediation.passed')}
        my="sm"
      />
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {journey.verdict.basis.unmet.map((competency) => {
          const count = counted?.filter((session) => session.competency === competency).length ?? null;
          return (
            <Group key={competency} component="li" justify="space-between" wrap="nowrap">
              <Text size="sm" fw={600}>
                {names?.get(competency) ?? competency}
              </Text>
              {count !== null && <Evidence count={count} />}
            </Group>
          );
        })}
      </Stack>
    </>
  );
  return bare ? shown : <Part title={t('tasks.remediation.title')}>{shown}</Part>;
}

function Evidence({ count }: { count: number }) {
  const { t } = useTranslation();
  return count === 0 ? (
    <Badge
      color={TONES.alarm}
      style={{ flexShrink: 0 }}
      leftSection={<IconAlertTriangle size={14} aria-hidden />}
    >
      {t('tasks.remediation.none')}
    </Badge>
  ) : (
    <Badge
      color={TONES.good}
      style={{ flexShrink: 0 }}
      leftSection={<IconCircleCheck size={14} aria-hidden />}
    >
      {t('tasks.remediation.sessions', { count })}
    </Badge>
  );
}
