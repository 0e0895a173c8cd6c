import { Badge, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { daysBetween } from '../words/days.js';
import type { Journey } from './queries.js';
import './words.js';

/** Where it stands, what comes next and by when, whose turn it is. */
export function ThreeThings(props: { journey: Journey; day: string; roles: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const { where, next, state, status } = props.journey;
  const role = `role.${next?.owner ?? ''}`;
  const owner = i18n.exists(role) ? t(role as 'role.coach') : (next?.owner ?? '');
  const isMine = next !== null && props.roles.includes(next.owner);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
      <Part title={t('journey.where')}>
        <Text fw={700} size="lg">
          {where}
        </Text>
        {status !== 'live' && (
          <Text size="sm" c="gray.7">
            {t(`journey.status.${status}`)}
          </Text>
        )}
        {state.length > 1 && (
          <Text size="sm" c="gray.7">
            {t('way.kind.coaching')} · {t('way.kind.mentoring')}
          </Text>
        )}
      </Part>
      <Part title={t('journey.next')}>
        {next ? (
          <>
            <Text fw={700} size="lg">
              {next.label}
            </Text>
            <Due due={next.due} day={props.day} />
            {next.why !== null && (
              <Text size="sm" c="gray.7">
                {next.why}
              </Text>
            )}
          </>
        ) : (
          <Text>{t('journey.nothingNext')}</Text>
        )}
      </Part>
      <Part title={t('way.turn')}>
        <Text fw={700} size="lg">
          {next ? owner : t('way.nobody')}
        </Text>
        {isMine && <Badge color={TONES.calm}>{t('way.yourTurn')}</Badge>}
      </Part>
    </SimpleGrid>
  );
}

function Due({ due, day }: { due: string | null; day: string }) {
  const { t } = useTranslation();
  if (due === null) return <Text size="sm">{t('journey.noDue')}</Text>;
  const left = daysBetween(day, due);
  const words =
    left === 0
      ? t('way.dueToday')
      : left > 0
        ? t('way.daysLeft', { count: left })
        : t('way.daysOver', { count: -left });
  return (
    <Text size="sm" component="div">
      {t('journey.by')} <strong>{dayInWords(due)}</strong>{' '}
      <Badge color={left < 0 ? TONES.alarm : left <= 3 ? TONES.warn : TONES.quiet}>{words}</Badge>
    </Text>
  );
}
