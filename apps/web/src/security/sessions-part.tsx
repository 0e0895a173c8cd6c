import { Button, Group, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { momentInWords } from './moment.js';
import { programOf } from './program.js';
import './words.js';

type Session = components['schemas']['SessionLineView'];

const mySessions = () =>
  queryOptions({
    queryKey: ['me', 'sessions'],
    queryFn: () => answerOf(api.GET('/api/v1/me/sessions')),
  });

export function SessionsPart() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sessions = useQuery(mySessions());
  const ended = async () => {
    say(t('security.ended'));
    await queries.invalidateQueries({ queryKey: mySessions().queryKey });
  };
  const end = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: ended,
  });
  const endOthers = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/me/sessions')),
    onSuccess: ended,
  });
  return (
    <Part title={t('security.sessions')}>
      <Answer of={sessions}>
        {({ items }) => (
          <Stack gap="sm">
            {items.map((session) => (
              <Line
                key={session.id}
                session={session}
                isPending={end.isPending && end.variables === session.id}
                onEnd={() => end.mutate(session.id)}
              />
            ))}
            <Refusal of={end.error ?? endOthers.error} />
            {items.length > 1 && (
              <Button
                variant="default"
                loading={endOthers.isPending}
                onClick={() => endOthers.mutate()}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('security.endOthers')}
              </Button>
            )}
          </Stack>
        )}
      </Answer>
    </Part>
  );
}

function Line(props: { session: Session; isPending: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const { agent, address, createdAt, usedAt, current } = props.session;
  const program = programOf(agent) ?? t('security.unknownProgram');
  const date = momentInWords(usedAt ?? createdAt);
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {program} · {address}
        </Text>
        <Text size="sm" c="gray.7">
          {t('security.lastUsed', { date })}
        </Text>
      </div>
      {current ? (
        <Text size="sm" fw={600} style={{ flexShrink: 0 }}>
          {t('security.here')}
        </Text>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          loading={props.isPending}
          aria-label={t('security.endOf', { program, date })}
          style={{ flexShrink: 0 }}
          onClick={props.onEnd}
        >
          {t('security.end')}
        </Button>
      )}
    </Group>
  );
}
