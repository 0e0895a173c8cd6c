import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Refused } from '../api/problem.js';
import { me } from '../api/queries.js';
import { noteSignedIn } from '../api/session.js';
import { Refusal } from '../parts/refusal.js';
import { accountOf } from './roles.js';

/** In the sandbox one looks around as anybody: one click, no password to look up. Elsewhere nothing is offered. */
export function SandboxDoor({ onChallenge }: { onChallenge: (challenge: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const offered = useQuery({
    queryKey: ['sandbox', 'accounts'],
    queryFn: () => answerOf(api.GET('/api/v1/sandbox/accounts')),
    staleTime: Infinity,
  });
  const enter = useMutation({
    mutationFn: (username: string) =>
      answerOf(api.POST('/api/v1/sessions', { body: { username, password: offered.data?.password ?? '' } })),
    onSuccess: ({ account }) => {
      noteSignedIn(true);
      queries.setQueryData(me().queryKey, accountOf(account));
    },
    onError: (error) => {
      if (error instanceof Refused && error.problem.challenge) onChallenge(error.problem.challenge);
    },
  });
  const { items = [] } = offered.data ?? {};
  if (items.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={t('sandbox.door')}>
      <div>
        <Title order={2} size="h4">
          {t('sandbox.door')}
        </Title>
        <Text size="sm" c="gray.7">
          {t('sandbox.doorAbout')}
        </Text>
      </div>
      <Refusal of={enter.error} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {items.map(({ username, memberships }) => (
          <Button
            key={username}
            variant="default"
            h="auto"
            py={8}
            justify="flex-start"
            loading={enter.isPending && enter.variables === username}
            onClick={() => enter.mutate(username)}
          >
            <span className="offered">
              <Text span fw={600} size="sm">
                {username}
              </Text>
              <Text span size="xs" c="gray.7">
                {[...new Set(memberships.map(({ role }) => t(`role.${role}`)))].join(', ')} ·{' '}
                {memberships[0]?.organisation}
              </Text>
            </span>
          </Button>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
