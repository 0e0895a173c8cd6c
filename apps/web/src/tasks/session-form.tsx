import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, JourneyView } from '../actions/event-types.js';
import { FieldInput } from '../actions/field-input.js';
import { showFirstFault } from '../actions/first-fault.js';
import { eventOf, faultsOf, fieldsOf, type Faults } from '../actions/payload.js';
import { presetOf } from '../actions/presets.js';
import { serverFaultsOf } from '../actions/server-faults.js';
import { useToday } from '../actions/use-today.js';
import { Refused } from '../api/problem.js';
import { me } from '../api/queries.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { parcelsOf, putIntoOutbox, takeFromOutbox, type SessionPayload } from './outbox.js';
import { draftKey, forgetDraft, keepDraft, keptDraft } from './session-draft.js';
import { useOutbox } from './use-outbox.js';
import '../actions/words.js';

interface Props {
  journey: JourneyView;
  taskId: string | null;
  kind: 'coaching' | 'mentoring';
  onSent: () => void;
}

const FIELDS = fieldsOf('sessionLogged').filter(([name]) => name !== 'kind');

/**
 * A session in a few taps. Every key stroke is kept on the device; what is sent off without a network goes by itself later,
 * once.
 */
export function SessionForm({ journey, taskId, kind, onSent }: Props) {
  const { t } = useTranslation();
  const signedIn = useQuery(me()).data ?? null;
  const today = useToday(journey.cohort.zone);
  const { account, send } = useOutbox();
  // What tells that it is kept has to be here before the network goes.
  useEffect(() => void import('../shell/shown-notices.js'), []);
  const key = draftKey(account, journey.id);
  const [draft, setDraft] = useState<Draft>(() => ({
    ...presetOf('sessionLogged', journey, signedIn, today),
    ...keptDraft(key),
    kind,
  }));
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const change = (changes: Draft) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    keepDraft(key, next);
    setFaults({});
  };
  const submit = async (form: HTMLFormElement) => {
    const found = faultsOf('sessionLogged', draft, journey, today);
    setFaults(found);
    if (Object.keys(found).length > 0) {
      showFirstFault(form);
      return;
    }
    const id = crypto.randomUUID();
    const payload = eventOf('sessionLogged', draft, journey).payload as SessionPayload;
    const person = journey.participant.name ?? '';
    const parcel = { id, journeyId: journey.id, taskId, person, payload, savedAt: new Date().toISOString() };
    putIntoOutbox(account, { ...parcel, refused: null });
    setSending(true);
    if (navigator.onLine) await send();
    setSending(false);
    const left = parcelsOf(account).find((one) => one.id === id);
    if (left?.refused) {
      takeFromOutbox(account, id);
      setRefusal(new Refused(left.refused));
      return;
    }
    forgetDraft(key);
    if (left) say(t('tasks.outbox.kept'));
    onSent();
  };
  const refused = serverFaultsOf(
    refusal,
    FIELDS.map(([name]) => name),
  );
  return (
    <form
      noValidate
      onSubmit={(submitted: FormEvent<HTMLFormElement>) => {
        submitted.preventDefault();
        void submit(submitted.currentTarget);
      }}
    >
      <Stack gap="md">
        {FIELDS.map(([name, field]) => (
          <FieldInput
            key={name}
            {...{ name, field, draft, journey, today, change }}
            error={faults[name] ? t(`actions.fault.${faults[name]}`) : refused.at[name]}
          />
        ))}
        <Refusal of={refused.left} />
        <div className="send-bar">
          <Button type="submit" size="lg" fullWidth loading={isSending}>
            {t('tasks.session.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
