import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Refusal } from '../parts/refusal.js';
import type { accountOf } from '../shell/roles.js';
import './words.js';

/** After the password: a code of the app, or one for its loss. */
export function SecondStep(props: {
  challenge: string;
  onDone: (account: Parameters<typeof accountOf>[0]) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const answer = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/sessions/second-factor', { body: { challenge: props.challenge, code } })),
    onSuccess: ({ account }) => props.onDone(account),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t('door.codeAbout')}</Text>
        <Refusal of={answer.error} />
        <TextInput
          label={t('door.code')}
          description={t('door.codeLost')}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          minLength={6}
          maxLength={20}
          required
        />
        <Button type="submit" loading={answer.isPending}>
          {t('door.codeSubmit')}
        </Button>
        <Button variant="subtle" onClick={props.onBack}>
          {t('door.back')}
        </Button>
      </Stack>
    </form>
  );
}
