import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Refused } from '../api/problem.js';
import { me } from '../api/queries.js';
import { noteSignedIn } from '../api/session.js';
import { accountOf } from './roles.js';

// Only for those who have a second factor.
const SecondStep = lazy(() =>
  import('../door/second-step.js').then((module) => ({ default: module.SecondStep })),
);

/** `username` is fixed where somebody comes back; `challenge` where the first step was taken elsewhere. */
export function SignInForm(props: { username?: string; challenge?: string | null; onDone?: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState(props.challenge);
  const username = props.username ?? typed;
  const enter = (account: Parameters<typeof accountOf>[0]) => {
    noteSignedIn(true);
    queries.setQueryData(me().queryKey, accountOf(account));
    props.onDone?.();
  };
  const signIn = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/sessions', { body: { username, password } })),
    onSuccess: ({ account }) => enter(account),
    onError: (error) => setBegun(error instanceof Refused ? error.problem.challenge : null),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const again = () => {
    setBegun(null);
    signIn.reset();
  };
  if (begun)
    return (
      <Suspense fallback={null}>
        <SecondStep challenge={begun} onDone={enter} onBack={again} />
      </Suspense>
    );
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
