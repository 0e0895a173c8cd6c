import { Alert, Anchor, Button, Paper, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { noteSignedIn } from '../api/session.js';
import { Answer } from '../parts/answer.js';
import { faultsAt } from '../parts/faults-at.js';
import { Refusal } from '../parts/refusal.js';
import { DoorFrame } from './door-frame.js';
import './words.js';

/** The link's end: what opens it stands behind the hash, which a browser sends to nobody. */
export function SetPassword() {
  const { t } = useTranslation();
  const [token] = useState(() => location.hash.slice(1));
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => answerOf(api.GET('/api/v1/password-recoveries/{token}', { params: { path: { token } } })),
    staleTime: Infinity,
  });
  return (
    <DoorFrame title={t('door.setTitle')}>
      <Paper withBorder p="lg" radius="md">
        <Answer of={link}>{({ username }) => <Form token={token} username={username} />}</Answer>
      </Paper>
      <Anchor href="/">{t('door.toDoor')}</Anchor>
    </DoorFrame>
  );
}

function Form({ token, username }: { token: string; username: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/password-recoveries/{token}', { params: { path: { token } }, body: { password } }),
      ),
    // Whoever was signed in here is so no more.
    onSuccess: () => noteSignedIn(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  if (set.isSuccess)
    return (
      <Alert color="green" variant="light" role="status">
        <Text c="dark">{t('door.set')}</Text>
      </Alert>
    );
  const { at, left } = faultsAt(set.error, ['password']);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t('door.setFor', { username })}</Text>
        <input type="hidden" autoComplete="username" value={username} readOnly />
        <Refusal of={left} />
        <PasswordInput
          label={t('door.next')}
          description={t('door.setAbout')}
          autoComplete="new-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          error={at['password']}
          required
        />
        <Button type="submit" loading={set.isPending}>
          {t('door.setSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
