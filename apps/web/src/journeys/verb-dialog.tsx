import { Alert, Button, List, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { FormDialog } from '../parts/dialog-form.js';
import { ReasonInput } from '../parts/reason-input.js';
import { say } from '../parts/say.js';
import { dayInWords } from '../words/dates.js';
import type { Journey } from './queries.js';
import './words.js';

export type Verb =
  | { action: 'suspend' }
  | { action: 'resume' }
  | { action: 'reschedule'; deadline: string; label: string; due: string };

const DONE = { suspend: 'way.suspended', resume: 'way.resumed', reschedule: 'way.rescheduled' } as const;

/** Lets a journey rest or go on, or moves a deadline: with a reason, and with a look at what follows before it is done. */
export function VerbDialog(props: { journey: Journey; verb: Verb; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { journey, verb, onClose } = props;
  const [reason, setReason] = useState('');
  const [due, setDue] = useState(verb.action === 'reschedule' ? verb.due.slice(0, 10) : '');
  const order = { reason: reason.trim(), expectedRevision: journey.revision };
  const look = useMutation({ mutationFn: () => send(journey.id, verb, due, { ...order, preview: true }) });
  const act = useMutation({
    mutationFn: () => send(journey.id, verb, due, { ...order, preview: false }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      say(t(DONE[verb.action]));
      onClose();
    },
  });
  const isMissing = reason.trim() === '' || (verb.action === 'reschedule' && due === '');
  const title =
    verb.action === 'reschedule' ? t('way.rescheduleOf', { name: verb.label }) : t(`way.${verb.action}`);
  return (
    <FormDialog
      title={title}
      size="lg"
      confirm={verb.action === 'reschedule' ? t('way.reschedule') : t(`way.${verb.action}`)}
      isPending={act.isPending}
      isBarred={isMissing}
      error={act.error ?? look.error}
      onClose={onClose}
      onSubmit={() => act.mutate()}
      aside={
        <Button variant="light" loading={look.isPending} disabled={isMissing} onClick={() => look.mutate()}>
          {t('way.preview')}
        </Button>
      }
    >
      {verb.action === 'reschedule' && (
        <TextInput
          type="date"
          required
          label={t('way.newDate')}
          value={due}
          onChange={({ currentTarget }) => {
            setDue(currentTarget.value);
            look.reset();
          }}
        />
      )}
      <ReasonInput label={t('way.reason')} value={reason} onChange={setReason} />
      {look.data && 'preview' in look.data && <Effects foreseen={look.data} journey={journey} />}
    </FormDialog>
  );
}

interface Order {
  reason: string;
  expectedRevision: number;
  preview: boolean;
}

function send(id: string, verb: Verb, due: string, order: Order) {
  const path = { id };
  if (verb.action === 'suspend')
    return answerOf(api.POST('/api/v1/journeys/{id}/suspend', { params: { path }, body: order }));
  if (verb.action === 'resume')
    return answerOf(api.POST('/api/v1/journeys/{id}/resume', { params: { path }, body: order }));
  return answerOf(
    api.POST('/api/v1/journeys/{id}/deadlines/{name}/reschedule', {
      params: { path: { id, name: verb.deadline } },
      body: { ...order, due },
    }),
  );
}

type Foreseen = Extract<Awaited<ReturnType<typeof send>>, { preview: true }>;

/** Dates that would move, deadlines that would stand still, and who would be told; or why it would be refused. */
function Effects({ foreseen, journey }: { foreseen: Foreseen; journey: Journey }) {
  const { t, i18n } = useTranslation();
  const label = (name: string) => journey.deadlines.find((one) => one.name === name)?.label ?? '';
  const date = (value: string | null) => (value === null ? t('way.none') : dayInWords(value));
  if (foreseen.refusal)
    return (
      <Alert color="red" variant="light" title={t('way.effects')}>
        {foreseen.refusal.detail}
      </Alert>
    );
  const moved = foreseen.deadlines.filter(({ from, to }) => from !== to);
  const told = [...new Set(foreseen.notices.map(({ to }) => `role.${to}`))].filter((key) => i18n.exists(key));
  return (
    <Alert color="river" variant="light" title={t('way.effects')}>
      {moved.length === 0 && foreseen.sleeping.length === 0 && <Text size="sm">{t('way.noEffects')}</Text>}
      <List size="sm">
        {moved.map(({ name, from, to }) => (
          <List.Item key={name}>
            {t('way.moves', { name: label(name), from: date(from), to: date(to) })}
          </List.Item>
        ))}
        {foreseen.sleeping.length > 0 && (
          <List.Item>
            {t('way.sleeping', { count: foreseen.sleeping.length })}:{' '}
            {foreseen.sleeping.map(({ name }) => label(name)).join(', ')}
          </List.Item>
        )}
        {told.length > 0 && (
          <List.Item>
            {t('way.notices', { who: told.map((key) => t(key as 'role.coach')).join(', ') })}
          </List.Item>
        )}
      </List>
    </Alert>
  );
}
