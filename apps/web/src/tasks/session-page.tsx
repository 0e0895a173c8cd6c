import { Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journey, me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { rolesOf } from '../shell/roles.js';
import { DoneBefore } from './done-before.js';
import { GapGuidance } from './gap-guidance.js';
import { RemediationCountdown } from './remediation-countdown.js';
import { SessionForm } from './session-form.js';
import '../actions/actions.css';
import '../actions/words.js';
import './tasks.css';
import './words.js';

/** A session that no task asks for: in the sixty days nothing is planned, and everything counts. */
export function SessionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const go = useNavigate();
  const page = useQuery(journey(id));
  const account = useQuery(me()).data;
  const kind = account && rolesOf(account).includes('coach') ? 'coaching' : 'mentoring';
  return (
    <Answer of={page}>
      {(known) => (
        <>
          <BackLink to="/tasks">{t('tasks.back')}</BackLink>
          <PageTitle of={known.participant.name} mt={4}>
            {t('tasks.session.title')}
          </PageTitle>
          <Text size="lg">
            <PageLink to="/journeys/$id" params={{ id }} fw={600}>
              {known.participant.name}
            </PageLink>
          </Text>
          <Text c="gray.7" size="sm" mb="md">
            {known.cohort.name}
          </Text>
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 7 }}>
              {known.allowedEvents.includes('sessionLogged') ? (
                <Part title={t('tasks.form')}>
                  <SessionForm
                    journey={known}
                    taskId={null}
                    kind={kind}
                    onSent={() => void go({ to: '/tasks' })}
                  />
                </Part>
              ) : (
                <Message title={t('tasks.noSessionNow')} about={t('tasks.noSessionNowAbout')} />
              )}
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <Stack>
                <RemediationCountdown journey={known} />
                <GapGuidance journey={known} />
                <DoneBefore journey={known} />
              </Stack>
            </Grid.Col>
          </Grid>
        </>
      )}
    </Answer>
  );
}
