import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import { noteSignedIn } from '../api/session.js';
import { accountOf } from './roles.js';

/** `username` is fixed where somebody comes back. */
export function SignInForm(props: { username?: string; onDone?: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const username = props.username ?? typed;
  const signIn = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/sessions', { body: { username, password } })),
    onSuccess: ({ account }) => {
      noteSignedIn(true);
      queries.setQueryData(me().queryKey, accountOf(account));
      props.onDone?.();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {signIn.error && (
          <Alert color="red" role="alert">
            {signIn.error.message}
          </Alert>
        )}
        <TextInput
          label={t('signIn.username')}
          autoComplete="username"
          value={username}
          readOnly={props.username !== undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          required
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          required
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
