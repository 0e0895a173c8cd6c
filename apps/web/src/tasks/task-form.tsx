import { Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventForm } from '../actions/event-form.js';
import type { Draft, EventType, JourneyView } from '../actions/event-types.js';
import { isFormed } from '../actions/form-table.js';
import { fieldsOf } from '../actions/payload.js';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { say } from '../parts/say.js';
import { SessionForm } from './session-form.js';
import type { TaskView } from './task-queries.js';

interface Props {
  task: TaskView;
  journey: JourneyView;
}

/** The form of the event that does the task; of one of them, where there are several. */
export function TaskForm({ task, journey }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  // Whoever was typing when somebody else was faster keeps the form and what he typed.
  const [events] = useState(() =>
    task.events.filter(
      (event): event is EventType => isFormed(event) && journey.allowedEvents.includes(event),
    ),
  );
  const [chosen, choose] = useState(events[0]);
  const back = () => void go({ to: '/tasks' });
  if (chosen === undefined) return <NotHere task={task} journey={journey} />;
  if (chosen === 'sessionLogged')
    return (
      <Part title={t('tasks.session.title')}>
        <SessionForm
          journey={journey}
          taskId={task.id}
          kind={task.role === 'mentor' ? 'mentoring' : 'coaching'}
          onSent={back}
        />
      </Part>
    );
  const labelOf = (event: string) => journey.actions.find((one) => one.event === event)?.label ?? task.label;
  return (
    <Part title={t('tasks.form')}>
      <Stack>
        {events.length > 1 && (
          <Radio.Group
            label={t('tasks.whichEvent')}
            size="md"
            value={chosen}
            onChange={(value) => choose(events.find((event) => event === value) ?? chosen)}
          >
            <Stack gap="xs" mt="xs">
              {events.map((event) => (
                <Radio key={event} size="md" value={event} label={labelOf(event)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <EventForm
          key={chosen}
          event={chosen}
          journey={journey}
          taskId={task.id}
          given={givenBy(task, chosen)}
          submit={labelOf(chosen)}
          onSent={() => {
            say(t('tasks.sent', { label: task.label, person: task.participant.name ?? '' }));
            back();
          }}
        />
      </Stack>
    </Part>
  );
}

/** What the task is about is not asked again. */
function givenBy({ subject }: TaskView, event: EventType): Draft {
  const names = fieldsOf(event).map(([name]) => name);
  return Object.fromEntries(Object.entries(subject).filter(([name]) => names.includes(name)));
}

/** Done elsewhere, by somebody else, or by itself. */
function NotHere({ task, journey }: Props) {
  const { t } = useTranslation();
  if (task.status === 'done' || task.status === 'closed') return null;
  return (
    <Part title={t('tasks.how')}>
      <Text mb="sm">{t(task.kind === 'attendBriefing' ? 'tasks.recordedByInstitute' : 'tasks.bySelf')}</Text>
      <PageLink to="/journeys/$id" params={{ id: journey.id }}>
        {t('tasks.toJourney')}
      </PageLink>
    </Part>
  );
}
