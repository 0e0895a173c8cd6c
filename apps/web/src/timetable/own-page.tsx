import { Badge, Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { TONES } from '../parts/tones.js';
import { longDay } from './day-words.js';
import { Where } from './session-card.js';
import { byDay, nameOf, ownSessions, type OwnSession } from './timetable.js';
import './words.js';

/** What the reader attends and leads, from today on. */
export function OwnTimetablePage() {
  const { t } = useTranslation();
  const { data: time, isPending } = useQuery(clock());
  const [isAll, setAll] = useState(false);
  const today = (time?.now ?? new Date().toISOString()).slice(0, 10);
  const found = useQuery({ ...ownSessions(isAll ? undefined : today), enabled: !isPending });
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('timetable.own')}</PageTitle>
        <Switch
          label={t('timetable.past')}
          checked={isAll}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
      </Group>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('timetable.ownEmpty')} about={t('timetable.ownEmptyAbout')} />
          ) : (
            <Stack gap="lg">
              {byDay(items).map(([day, list]) => (
                <section key={day} aria-label={longDay(day)}>
                  <Title order={2} size="h5" mb="xs">
                    {longDay(day)}
                  </Title>
                  <Stack gap="xs">
                    {list.map((session) => (
                      <OwnCard key={session.id} session={session} />
                    ))}
                  </Stack>
                </section>
              ))}
            </Stack>
          )
        }
      </Answer>
    </>
  );
}

function OwnCard({ session }: { session: OwnSession }) {
  const { t } = useTranslation();
  const { as, cohort, present, time } = session;
  const name = nameOf(session, t);
  const isCancelled = 'cancelledAt' in session;
  return (
    <Card withBorder padding="sm" component="article" aria-label={`${name}, ${time}`}>
      <Text size="sm" className="number" c="gray.8">
        {time}
      </Text>
      <Title order={3} size="h5" td={isCancelled ? 'line-through' : undefined}>
        {name}
      </Title>
      <Where session={session} />
      <Text size="xs" c="gray.7">
        {cohort.name}
      </Text>
      <Group gap="xs" mt={4}>
        {isCancelled ? (
          <Badge color={TONES.alarm}>{t('timetable.cancelled')}</Badge>
        ) : (
          <Text size="sm">{t(`timetable.as.${as}`)}</Text>
        )}
        {present !== null && (
          <Badge color={present ? TONES.good : TONES.warn}>
            {t(present ? 'timetable.wasPresent' : 'timetable.wasAbsent')}
          </Badge>
        )}
        {as === 'trainer' && !isCancelled && (
          <PageLink
            to="/cohorts/$id/timetable/$session"
            params={{ id: cohort.id, session: session.id }}
            size="sm"
            py={4}
          >
            {t('timetable.registerShort')}
          </PageLink>
        )}
      </Group>
    </Card>
  );
}
