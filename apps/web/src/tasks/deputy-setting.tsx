import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../actions/use-today.js';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { dayInWords } from '../words/dates.js';
import { CoverOf, has, seatsInWords } from './deputy-cover.js';
import { deputies, deputy, type NamedSeat, type SuitableDeputy } from './task-queries.js';
import '../actions/words.js';
import './words.js';

/** Who stands in for the reader, where and until when; for whoever has somebody of his role beside him. */
export function DeputySetting() {
  const { t } = useTranslation();
  const now = useQuery(deputy());
  const { items: others, seats } = useQuery(deputies()).data ?? { items: [], seats: [] };
  if (others.length === 0 && !now.data?.deputy) return null;
  const open = seats.filter((seat) => !others.some(({ covers }) => has(covers, seat)));
  return (
    <Part title={t('tasks.deputy.title')}>
      <Stack>
        <Text size="sm">{t('tasks.deputy.about')}</Text>
        <Answer of={now}>
          {({ deputy: who, from, until }) =>
            who && from && until ? (
              <div>
                <Now of={{ who, from, until }} />
                <CoverOf covers={others.find(({ id }) => id === who.id)?.covers ?? []} seats={seats} />
              </div>
            ) : (
              <Text>{t('tasks.deputy.none')}</Text>
            )
          }
        </Answer>
        {open.length > 0 && (
          <Text size="sm">{t('tasks.deputy.uncovered', { seats: seatsInWords(open, t) })}</Text>
        )}
        {others.length > 0 && <Naming others={others} seats={seats} />}
      </Stack>
    </Part>
  );
}

function Now({ of }: { of: { who: { name: string | null }; from: string; until: string } }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/me/deputy')),
    onSuccess: async () => {
      say(t('tasks.deputy.removed'));
      await queries.invalidateQueries();
    },
  });
  return (
    <Group justify="space-between">
      <Text fw={600}>
        {t('tasks.deputy.now', {
          name: of.who.name ?? '',
          from: dayInWords(of.from),
          until: dayInWords(of.until),
        })}
      </Text>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('tasks.deputy.remove')}
      </Button>
      <Refusal of={remove.error} />
    </Group>
  );
}

function Naming({ others, seats }: { others: SuitableDeputy[]; seats: NamedSeat[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const today = useToday();
  const [typed, setTyped] = useState({ deputy: '', from: '', until: '', reason: '' });
  const from = typed.from || today;
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const name = useMutation({
    mutationFn: () => answerOf(api.PUT('/api/v1/me/deputy', { body: { ...typed, from } })),
    onSuccess: async () => {
      say(t('tasks.deputy.saved'));
      setTyped({ deputy: '', from: '', until: '', reason: '' });
      await queries.invalidateQueries();
    },
  });
  const chosen = others.find(({ id }) => id === typed.deputy);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    name.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <NativeSelect
          label={t('tasks.deputy.name')}
          required
          value={typed.deputy}
          onChange={({ currentTarget }) => set({ deputy: currentTarget.value })}
          data={[
            { value: '', label: t('actions.choose') },
            ...others.map(({ id, name: called, covers }) => ({
              value: id,
              label: seats.length > 1 ? `${called ?? ''} (${seatsInWords(covers, t)})` : (called ?? ''),
            })),
          ]}
        />
        {chosen && <CoverOf covers={chosen.covers} seats={seats} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="date"
            label={t('tasks.deputy.from')}
            required
            min={today}
            value={from}
            onChange={({ currentTarget }) => set({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('tasks.deputy.until')}
            required
            min={from}
            value={typed.until}
            onChange={({ currentTarget }) => set({ until: currentTarget.value })}
          />
        </SimpleGrid>
        <TextInput
          label={t('tasks.deputy.reason')}
          required
          value={typed.reason}
          onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        />
        <Refusal of={name.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={name.isPending}>
            {t('tasks.deputy.set')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
