import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../actions/use-today.js';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
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
    <Dialog
      title={t('tasks.verb.defer')}
      about={t('tasks.verb.deferAbout')}
      close={close}
      submit={() => defer.mutate()}
      isBusy={defer.isPending}
      isReady={day !== ''}
    >
      <TextInput
        type="date"
        size="md"
        label={t('tasks.verb.until')}
        min={today}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <Refusal of={defer.error} />
    </Dialog>
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
    <Dialog
      title={t('tasks.verb.delegate')}
      about={t('tasks.verb.delegateAbout')}
      close={close}
      submit={() => delegate.mutate()}
      isBusy={delegate.isPending}
      isReady={to !== ''}
    >
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
      <Refusal of={delegate.error} />
    </Dialog>
  );
}

function Dialog(props: {
  title: string;
  about: string;
  close: () => void;
  submit: () => void;
  isBusy: boolean;
  isReady: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { title, about, close, submit, isBusy, isReady, children } = props;
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    submit();
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('state.close') }}>
      <form onSubmit={send}>
        <Stack>
          <Text size="sm">{about}</Text>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('state.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isReady}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
