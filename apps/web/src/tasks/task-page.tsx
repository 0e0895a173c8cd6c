import { Badge, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clock, journey, me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { daysBetween } from '../words/days.js';
import { DoneBefore } from './done-before.js';
import { GapGuidance } from './gap-guidance.js';
import { Results } from './results.js';
import { RemediationCountdown } from './remediation-countdown.js';
import { TaskForm } from './task-form.js';
import { TaskNotes } from './task-notes.js';
import { TaskHolder } from './task-holder.js';
import { task, type TaskView } from './task-queries.js';
import { TaskVerbs } from './task-verbs.js';
import type { JourneyView } from '../actions/event-types.js';
import '../actions/actions.css';
import '../actions/words.js';
import './tasks.css';
import './words.js';

/** Whoever rates does it without seeing what was found before. */
const BLIND = ['assessProfile', 'assessPost', 'assessRetest'];

/** One task: the form of what it asks for, and beside it what helps to do it. */
export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery(task(id));
  return <Answer of={found}>{(known) => <Work key={known.id} task={known} />}</Answer>;
}

function Work({ task: known }: { task: TaskView }) {
  const { t } = useTranslation();
  const page = useQuery(journey(known.journeyId));
  const isBlind = BLIND.includes(known.kind);
  return (
    <>
      <BackLink to="/tasks">{t('tasks.back')}</BackLink>
      <Heading task={known} />
      <Answer of={page}>
        {(of) => (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: isBlind ? 9 : 7 }}>
              <Stack>
                <TaskHolder task={known} />
                <TaskForm task={known} journey={of} />
                <TaskNotes id={known.id} />
              </Stack>
            </Grid.Col>
            {!isBlind && (
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <Beside journey={of} />
              </Grid.Col>
            )}
          </Grid>
        )}
      </Answer>
    </>
  );
}

function Heading({ task: known }: { task: TaskView }) {
  const { t } = useTranslation();
  const now = useQuery(clock()).data?.now ?? new Date().toISOString();
  const account = useQuery(me()).data;
  const { label, participant, cohortName, due, journeyId, status } = known;
  const days = due === null ? null : daysBetween(now, due);
  const isOpen = status === 'open' || status === 'claimed';
  return (
    <Group justify="space-between" align="flex-start" mt={4} mb="md">
      <div>
        <PageTitle of={participant.name}>{label}</PageTitle>
        <Text size="lg">
          <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600}>
            {participant.name}
          </PageLink>
        </Text>
        <Text c="gray.7" size="sm">
          {cohortName}
        </Text>
        {isOpen && due !== null && days !== null && (
          <Group gap={6} mt={4}>
            <Text size="sm">{t('tasks.by', { day: dayInWords(due) })}</Text>
            {days < 0 && <Badge color={TONES.alarm}>{t('tasks.late', { count: -days })}</Badge>}
            {days === 0 && <Badge color={TONES.warn}>{t('tasks.shelf.today')}</Badge>}
          </Group>
        )}
      </div>
      {isOpen && <TaskVerbs task={known} me={account?.personId ?? account?.id ?? ''} />}
    </Group>
  );
}

function Beside({ journey: of }: { journey: JourneyView }) {
  return (
    <Stack>
      <RemediationCountdown journey={of} />
      <Results journey={of} />
      <GapGuidance journey={of} />
      <DoneBefore journey={of} />
    </Stack>
  );
}
