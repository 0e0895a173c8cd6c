import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { journeysPage } from '../api/queries.js';
import { dayInWords } from '../words/dates.js';
import { organises, type Account } from './roles.js';

const SHOWN = 5;
const PAUSE_MS = 400;
const STEPS = [
  ['P1D', 'sandbox.day'],
  ['P7D', 'sandbox.week'],
  ['P1M', 'sandbox.month'],
] as const;

type Move = { advance: string } | { to: string };

/** Sandbox only: which day it is there, and ways to move on. */
export function TimeMachine({ account, now }: { account: Account; now: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const move = useMutation({ mutationFn: arrive, onSuccess: () => queries.invalidateQueries() });
  const toNext = useMutation({
    mutationFn: async () => {
      const to = await nextDue();
      return to === null ? null : arrive({ to });
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const isMoving = move.isPending || toNext.isPending;
  const error = move.error ?? toNext.error;
  return (
    <Alert color="yellow" variant="light" mb="md" p="xs" role="region" aria-label={t('sandbox.banner')}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="dark">
          <strong>{t('sandbox.now', { date: dayInWords(now) })}</strong> · {t('sandbox.banner')}
        </Text>
        {organises(account) && (
          <Group gap={6} role="group" aria-label={t('sandbox.forward')}>
            {STEPS.map(([advance, words]) => (
              <Button
                key={advance}
                size="compact-sm"
                variant="default"
                disabled={isMoving}
                onClick={() => move.mutate({ advance })}
              >
                + {t(words)}
              </Button>
            ))}
            <Button size="compact-sm" variant="default" disabled={isMoving} onClick={() => toNext.mutate()}>
              {t('sandbox.nextDeadline')}
            </Button>
          </Group>
        )}
      </Group>
      <div aria-live="polite">
        {isMoving && (
          <Text size="sm" c="dark">
            {t('sandbox.moving')}
          </Text>
        )}
        {error && (
          <Text size="sm" c="red.9">
            {error.message}
          </Text>
        )}
        {!isMoving && toNext.data === null && <Text size="sm">{t('sandbox.noDeadline')}</Text>}
        {!isMoving && <Fired of={latest(move, toNext)} />}
      </div>
    </Alert>
  );
}

type Fall = { due: string; journeyId: string; name: string; text: string };

function latest(...moves: { data?: Fall[] | null; submittedAt: number }[]): Fall[] | undefined {
  const [last] = moves.sort((one, other) => other.submittedAt - one.submittedAt);
  return last?.data ?? undefined;
}

function Fired({ of }: { of: Fall[] | undefined }) {
  const { t } = useTranslation();
  if (!of) return null;
  if (of.length === 0) return <Text size="sm">{t('sandbox.firedNone')}</Text>;
  return (
    <>
      <Text size="sm" c="dark" mt={4}>
        {t('sandbox.fired', { count: of.length })}
      </Text>
      <List size="sm">
        {of.slice(0, SHOWN).map(({ due, journeyId, name, text }) => (
          <List.Item key={`${journeyId} ${name} ${due}`}>
            <Link to="/journeys/$id" params={{ id: journeyId }}>
              {dayInWords(due)}: {text}
            </Link>
          </List.Item>
        ))}
      </List>
      {of.length > SHOWN && <Text size="sm">{t('sandbox.andMore', { count: of.length - SHOWN })}</Text>}
    </>
  );
}

/** Moves the clock and waits until it has arrived, however long the way. */
async function arrive(to: Move): Promise<Fall[]> {
  const answer = await answerOf(api.POST('/api/v1/sandbox/clock', { body: to }));
  if ('fired' in answer && Array.isArray(answer.fired)) return answer.fired as Fall[];
  for (;;) {
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    const { operation } = await answerOf(api.GET('/api/v1/sandbox/clock'));
    if (!operation || operation.status === 'done') return (operation?.fired ?? []) as Fall[];
    if (operation.status === 'failed') throw new Error(operation.cause ?? operation.status);
  }
}

/** Journeys come by what is due first. */
async function nextDue(): Promise<string | null> {
  const { items } = await journeysPage({});
  const ahead = await answerOf(api.GET('/api/v1/sandbox/clock'));
  const dues = items.flatMap(({ next }) =>
    next?.due && Date.parse(next.due) > Date.parse(ahead.now) ? [next.due] : [],
  );
  return dues.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}
