import { Badge, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { Refusal } from '../parts/refusal.js';
import { TONES } from '../parts/tones.js';
import { say } from '../parts/say.js';
import { number, shortDay } from '../words/dates.js';
import type { Component, Evaluation, Person } from './evaluation.js';
import { readScore } from './read-score.js';

/** Whoever was deferred: what is to be made up for, and closing it with the new scores. */
export function Remedials({ of }: { of: Evaluation }) {
  const { t } = useTranslation();
  const people = of.items.filter(({ phase }) => phase === 'remedial');
  if (people.length === 0)
    return <Message title={t('evaluation.noRemedials')} about={t('evaluation.noRemedialsAbout')} />;
  return (
    <Stack gap="sm">
      {people.map((person) => (
        <Remedial key={person.journeyId} person={person} of={of} />
      ))}
    </Stack>
  );
}

type Typed = Partial<Record<Component, string>>;

function Remedial({ person, of }: { person: Person; of: Evaluation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>({});
  const faulty = person.remedialFor.filter(
    (one) => typed[one] !== undefined && readScore(typed[one]) === null,
  );
  const close = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/journeys/{id}/events', {
          params: { path: { id: person.journeyId } },
          body: { type: 'remedialCompleted', payload: { scores: changesOf(typed, person) } },
        }),
      ),
    onSuccess: async () => {
      say(t('evaluation.remedialClosed', { name: person.participant.name ?? '' }));
      await queries.invalidateQueries();
    },
  });
  return (
    <Card withBorder component="section" aria-label={person.participant.name ?? ''}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h5">
            <PageLink to="/journeys/$id" params={{ id: person.journeyId }}>
              {person.participant.name}
            </PageLink>
          </Title>
          <Text size="sm" c="gray.7">
            {person.deferredOn !== null && t('evaluation.deferredOn', { day: shortDay(person.deferredOn) })}
            {person.due !== null && ` · ${t('evaluation.by', { day: shortDay(person.due) })}`}
          </Text>
        </div>
        {person.overdue && <Badge color={TONES.alarm}>{t('journey.overdue')}</Badge>}
      </Group>
      <Group align="flex-start" mt="sm">
        {person.remedialFor.map((component) => {
          const name = of.components.find((one) => one.component === component)?.name ?? '';
          const saved = person.scores[component];
          const label = t('evaluation.remedialScore', { component: name });
          const about = t('evaluation.before', {
            score: saved === undefined ? '–' : number(saved),
            bar: number(of.componentBar),
          });
          if (!of.mayDecide)
            return (
              <Text key={component} size="sm">
                {label} · {about}
              </Text>
            );
          return (
            <TextInput
              key={component}
              label={label}
              description={about}
              inputMode="decimal"
              value={typed[component] ?? (saved === undefined ? '' : number(saved))}
              error={faulty.includes(component) && t('evaluation.notScore')}
              onChange={({ currentTarget }) => setTyped({ ...typed, [component]: currentTarget.value })}
            />
          );
        })}
      </Group>
      {of.mayDecide && (
        <Stack mt="sm" gap="xs">
          <Refusal of={close.error} />
          <Group>
            <Button disabled={faulty.length > 0} loading={close.isPending} onClick={() => close.mutate()}>
              {t('evaluation.closeRemedial')}
            </Button>
            <Text size="sm" c="gray.7">
              {t('evaluation.closeRemedialAbout')}
            </Text>
          </Group>
        </Stack>
      )}
    </Card>
  );
}

/** Only what was typed anew: what the examiner entered stands. */
function changesOf(typed: Typed, { remedialFor, scores }: Person): Partial<Record<Component, number>> {
  return Object.fromEntries(
    remedialFor.flatMap((component) => {
      const score = readScore(typed[component] ?? '');
      return score === null || score === scores[component] ? [] : [[component, score]];
    }),
  );
}
