import { Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { faultsAt } from '../parts/faults-at.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { givenPassword, OwnProof } from './own-proof.js';

export function FactorSetUp({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/second-factor', { body: givenPassword(password) })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  if (begin.data) return <FirstCode of={begin.data} onCodes={onCodes} />;
  const { at, left } = faultsAt(begin.error, ['password']);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Refusal of={left} />
        <OwnProof value={password} error={at['password']} onChange={setPassword} />
        <Button type="submit" loading={begin.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('security.begin')}
        </Button>
      </Stack>
    </form>
  );
}

function FirstCode(props: { of: { secret: string; picture: string }; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/second-factor/confirm', { body: { code } })),
    onSuccess: async ({ recoveryCodes }) => {
      say(t('security.turnedOn'));
      props.onCodes(recoveryCodes);
      await queries.invalidateQueries({ queryKey: ['me', 'sessions'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  const { at, left } = faultsAt(confirm.error, ['code']);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('security.scan')}</Text>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(props.of.picture)}`}
          alt={t('security.picture')}
          width={200}
          height={200}
        />
        <Text size="sm">
          {t('security.secret')} <Code>{props.of.secret}</Code>
        </Text>
        <Refusal of={left} />
        <TextInput
          label={t('security.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          minLength={6}
          maxLength={7}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          error={at['code']}
          required
        />
        <Text size="sm">{t('security.onEnds')}</Text>
        <Button type="submit" loading={confirm.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('security.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
