import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../actions/use-today.js';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { FormDialog } from '../parts/dialog-form.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { ReturnDialog } from './return-dialog.js';
import { delegates, type TaskView } from './task-queries.js';

type Verb = 'claim' | 'release';

/** Take it on, give it back, put it off, hand it over. */
export function TaskVerbs({ task, me }: { task: TaskView; me: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'defer' | 'delegate' | 'return' | null>(null);
  const isHeld = task.status === 'claimed';
  const isMine = task.assignee === me || task.deputy === me;
  const act = useMutation({
    mutationFn: (verb: Verb) =>
      answerOf(
        verb === 'claim'
          ? api.POST('/api/v1/tasks/{id}/claim', { params: { path: { id: task.id } } })
          : api.POST('/api/v1/tasks/{id}/release', { params: { path: { id: task.id } } }),
      ),
    onSuccess: (_, verb) => say(t(`tasks.verb.${verb}Done`)),
    onSettled: () => queries.invalidateQueries(),
  });
  if (isHeld && !isMine) return null;
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {isHeld && task.deputy === me && (
          <Button variant="default" onClick={() => setOpen('return')}>
            {t('tasks.verb.return')}
          </Button>
        )}
        {isHeld ? (
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate('release')}>
            {t('tasks.verb.release')}
          </Button>
        ) : (
          <Button variant="light" loading={act.isPending} onClick={() => act.mutate('claim')}>
            {t('tasks.verb.claim')}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen('defer')}>
          {t('tasks.verb.defer')}
        </Button>
        <Button variant="default" onClick={() => setOpen('delegate')}>
          {t('tasks.verb.delegate')}
        </Button>
      </Group>
      <Refusal of={act.error} />
      {open === 'return' && <ReturnDialog task={task} onClose={() => setOpen(null)} />}
      {open === 'defer' && <Defer task={task} close={() => setOpen(null)} />}
      {open === 'delegate' && <Delegate task={task} close={() => setOpen(null)} />}
    </Stack>
  );
}

interface DialogProps {
  task: TaskView;
  close: () => void;
}

function Defer({ task, close }: DialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const today = useToday();
  const [day, setDay] = useState('');
  const defer = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/tasks/{id}/defer', {
          params: { path: { id: task.id } },
          body: { followUp: day },
        }),
      ),
    onSuccess: async () => {
      say(t('tasks.verb.deferDone'));
      close();
      await queries.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('tasks.verb.defer')}
      confirm={t('tasks.verb.defer')}
      isPending={defer.isPending}
      isBarred={day === ''}
      error={defer.error}
      onClose={close}
      onSubmit={() => defer.mutate()}
    >
      <Text size="sm">{t('tasks.verb.deferAbout')}</Text>
      <TextInput
        type="date"
        size="md"
        label={t('tasks.verb.until')}
        min={today}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
    </FormDialog>
  );
}

function Delegate({ task, close }: DialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const known = useQuery(delegates(task.id));
  const [to, setTo] = useState('');
  const delegate = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/tasks/{id}/delegate', { params: { path: { id: task.id } }, body: { to } })),
    onSuccess: async () => {
      say(t('tasks.verb.delegateDone'));
      close();
      await queries.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('tasks.verb.delegate')}
      confirm={t('tasks.verb.delegate')}
      isPending={delegate.isPending}
      isBarred={to === ''}
      error={delegate.error}
      onClose={close}
      onSubmit={() => delegate.mutate()}
    >
      <Text size="sm">{t('tasks.verb.delegateAbout')}</Text>
      <Answer of={known}>
        {({ items, nobody }) =>
          nobody ? (
            <Text>{nobody.text}</Text>
          ) : (
            <NativeSelect
              size="md"
              label={t('tasks.verb.to')}
              value={to}
              onChange={({ currentTarget }) => setTo(currentTarget.value)}
              data={[
                { value: '', label: t('actions.choose') },
                ...items.map(({ id, name }) => ({ value: id, label: name ?? '' })),
              ]}
            />
          )
        }
      </Answer>
    </FormDialog>
  );
}
