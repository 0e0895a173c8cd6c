import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { PageLink } from '../parts/page-link.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { taskFilterOf, type TaskFilter } from './task-filter.js';
import { savedViews, type SavedView } from './task-queries.js';

/** How the reader has narrowed his queue before, a click away; and a name for how he has narrowed it now. */
export function SavedViews({ filter }: { filter: TaskFilter }) {
  const { t } = useTranslation();
  const known = useQuery(savedViews());
  const [name, setName] = useState<string | null>(null);
  const keep = useDoing({
    send: () => answerOf(api.POST('/api/v1/me/views', { body: { name: name ?? '', filter: { ...filter } } })),
    told: (view) => t('tasks.views.kept', { name: view.name }),
    onDone: () => setName(null),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(undefined);
  };
  const isNarrowed = Object.keys(filter).length > 0;
  const items = known.data?.items ?? [];
  if (items.length === 0 && !isNarrowed) return null;
  return (
    <Group gap="xs" component="section" aria-label={t('tasks.views.title')} align="flex-end">
      {items.map((view) => (
        <View key={view.id} of={view} />
      ))}
      {isNarrowed && name === null && (
        <Button size="compact-sm" variant="subtle" onClick={() => setName('')}>
          {t('tasks.views.keep')}
        </Button>
      )}
      {name !== null && (
        <form onSubmit={submit}>
          <Group gap="xs" align="flex-end">
            <TextInput
              label={t('tasks.views.name')}
              value={name}
              maxLength={60}
              required
              autoFocus
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button type="submit" loading={keep.isPending}>
              {t('tasks.views.save')}
            </Button>
            <Button variant="default" onClick={() => setName(null)}>
              {t('state.cancel')}
            </Button>
          </Group>
        </form>
      )}
      <Refusal of={keep.error} />
    </Group>
  );
}

function View({ of: { id, name, filter } }: { of: SavedView }) {
  const { t } = useTranslation();
  const forget = useDoing({
    send: () => answerOf(api.DELETE('/api/v1/me/views/{view}', { params: { path: { view: id } } })),
    told: () => t('tasks.views.forgotten', { name }),
    onDone: () => undefined,
  });
  return (
    <Group gap={2} wrap="nowrap">
      <PageLink to="/tasks" search={taskFilterOf(filter)} size="sm" fw={600}>
        {name}
      </PageLink>
      <ActionIcon
        variant="subtle"
        color="gray.7"
        size="sm"
        aria-label={t('tasks.views.forget', { name })}
        loading={forget.isPending}
        onClick={() => forget.mutate(undefined)}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
