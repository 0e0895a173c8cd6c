import { Alert, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.js';
import { me } from '../api/queries.js';
import { Refusal } from '../parts/refusal.js';
import type { Draft, EventType, JourneyView } from './event-types.js';
import { FieldInput } from './field-input.js';
import { showFirstFault } from './first-fault.js';
import { isAsked } from './fields.js';
import { addsOnly, eventOf, faultsOf, fieldsOf, type Faults } from './payload.js';
import { presetOf } from './presets.js';
import { serverFaultsOf } from './server-faults.js';
import { useDraft } from './use-draft.js';
import { useSending } from './use-sending.js';
import { useToday } from './use-today.js';
import './words.js';

interface Props {
  event: EventType;
  journey: JourneyView;
  /** Sends it by completing this task. */
  taskId?: string;
  /** What the task says of itself: not asked again. */
  given?: Draft;
  submit?: ReactNode;
  onSent: () => void;
  onCancel?: () => void;
}

/** One event's form: asks for its fields, keeps what is typed until it is sent, says each refusal at its field. */
export function EventForm({ event, journey, taskId, given = {}, submit, onSent, onCancel }: Props) {
  const { t } = useTranslation();
  const account = useQuery(me()).data;
  const today = useToday(journey.cohort.zone);
  const preset = { ...presetOf(event, journey, account ?? null, today), ...given };
  const { draft, change, forget } = useDraft(`${account?.id ?? ''}.${journey.id}.${taskId ?? event}`, preset);
  const [faults, setFaults] = useState<Faults>({});
  const sending = useSending({ journeyId: journey.id, ...(taskId && { taskId }) }, journey.revision, () => {
    forget();
    onSent();
  });
  const refused = serverFaultsOf(
    sending.error,
    fieldsOf(event).map(([name]) => name),
  );
  const send = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const found = faultsOf(event, { ...draft, ...given }, journey, today);
    setFaults(found);
    if (Object.keys(found).length > 0) showFirstFault(submitted.currentTarget);
    else sending.mutate({ event: eventOf(event, draft, journey, given), adds: addsOnly(event) });
  };
  const asked = fieldsOf(event).filter(
    ([name, field]) => !Object.hasOwn(given, name) && isAsked(field, journey, draft),
  );
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {asked.map(([name, field]) => (
          <FieldInput
            key={name}
            name={name}
            field={field}
            draft={draft}
            journey={journey}
            today={today}
            error={faults[name] ? t(`actions.fault.${faults[name]}`) : refused.at[name]}
            change={(changes) => {
              change(changes);
              setFaults({});
            }}
          />
        ))}
        <WhyNot error={sending.error} left={refused.left} />
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" size="md" onClick={onCancel}>
              {t('state.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            size="md"
            loading={sending.isPending}
            h="auto"
            mih={42}
            py={8}
            styles={{ label: { whiteSpace: 'normal' } }}
          >
            {submit ?? t('actions.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Somebody was faster, or it was refused for a reason that is no field's. */
function WhyNot({ error, left }: { error: Error | null; left: Error | null }) {
  const { t } = useTranslation();
  if (error instanceof Refused && error.code === 'journey.version_conflict')
    return (
      <Alert color="orange" variant="light" role="alert" title={t('actions.faster')}>
        {t('actions.fasterAbout')}
      </Alert>
    );
  return <Refusal of={left} />;
}
