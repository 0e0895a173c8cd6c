import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { momentInWords } from './moment.js';
import { notes, type TaskNote } from './task-queries.js';

/** What was said on the task, and through whose hands it went. */
export function TaskNotes({ id }: { id: string }) {
  const { t } = useTranslation();
  const said = useQuery(notes(id));
  const [text, setText] = useState('');
  const add = useDoing({
    send: () =>
      answerOf(api.POST('/api/v1/tasks/{id}/comments', { params: { path: { id } }, body: { text } })),
    told: () => t('tasks.notes.added'),
    onDone: () => setText(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(undefined);
  };
  return (
    <Part title={t('tasks.notes.title')}>
      <Answer of={said}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{t('tasks.notes.none')}</Text>
          ) : (
            <Stack gap="sm" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((note) => (
                <Line key={note.id} of={note} />
              ))}
            </Stack>
          )
        }
      </Answer>
      <form onSubmit={submit}>
        <Stack gap="xs" mt="sm">
          <Textarea
            label={t('tasks.notes.label')}
            description={t('tasks.notes.about')}
            autosize
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Refusal of={add.error} />
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={add.isPending} disabled={text.trim() === ''}>
              {t('tasks.notes.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Part>
  );
}

function Line({ of: { kind, author, addressee, text, at } }: { of: TaskNote }) {
  const { t } = useTranslation();
  const names = { name: author.name ?? t('tasks.another'), to: addressee?.name ?? t('tasks.another') };
  return (
    <li>
      <Text size="xs" c="gray.7">
        {t(`tasks.notes.${kind}`, names)} · {momentInWords(at)}
      </Text>
      {text !== null && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
      )}
    </li>
  );
}
