import { Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journey as journeyQuery } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Dialog } from '../parts/dialog.js';
import { Part } from '../parts/part.js';
import { say } from '../parts/say.js';
import { EventForm } from './event-form.js';
import type { EventType } from './event-types.js';
import { isFormed } from './form-table.js';
import './actions.css';
import './words.js';

export interface JourneyAction {
  event: string;
  label: string;
  /** Whether it is what the journey waits for. */
  isNext: boolean;
}

interface Props {
  journeyId: string;
  revision: number;
  /** What the API says that the reader may do now; without it nothing is shown. */
  actions: readonly JourneyAction[] | undefined;
}

/** What I may do on this journey now; each opens its form. */
export function JourneyActions({ journeyId, actions }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ event: EventType; label: string } | null>(null);
  const offered = (actions ?? []).flatMap(({ event, label, isNext }) =>
    isFormed(event) ? [{ event, label, isNext }] : [],
  );
  if (offered.length === 0) return null;
  return (
    <Part title={t('actions.title')}>
      <Group gap="xs">
        {offered.map((action) => (
          <Button
            key={action.event}
            variant={action.isNext ? 'filled' : 'default'}
            onClick={() => setOpen(action)}
          >
            {action.label}
          </Button>
        ))}
      </Group>
      {open && <EventDialog journeyId={journeyId} {...open} close={() => setOpen(null)} />}
    </Part>
  );
}

/** One event's form over the page; closed without sending, what was typed is there again next time. */
export function EventDialog(props: {
  journeyId: string;
  event: EventType;
  label: string;
  close: () => void;
}) {
  const { journeyId, event, label, close } = props;
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 48em)');
  const page = useQuery(journeyQuery(journeyId));
  return (
    <Dialog onClose={close} title={label} size="lg" fullScreen={isPhone}>
      <Answer of={page}>
        {(journey) => (
          <>
            <Text size="sm" c="gray.7" mb="md">
              {journey.participant.name} · {journey.cohort.name}
            </Text>
            <EventForm
              event={event}
              journey={journey}
              submit={label}
              onCancel={close}
              onSent={() => {
                say(t('actions.sent', { label }));
                close();
              }}
            />
          </>
        )}
      </Answer>
    </Dialog>
  );
}
