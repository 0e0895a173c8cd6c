import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { faultsAt } from '../parts/faults-at.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';

/** Turning it off, or new codes for its loss: both by password and code. */
export function FactorOff(props: { onCodes: (codes: string[]) => void; onOff: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const body = { password, code };
  const renew = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/second-factor/recovery-codes', { body })),
    onSuccess: ({ recoveryCodes }) => props.onCodes(recoveryCodes),
  });
  const off = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/me/second-factor', { body })),
    onSuccess: () => {
      say(t('security.turnedOff'));
      props.onOff();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renew.reset();
    off.mutate();
  };
  const { at, left } = faultsAt(off.error ?? renew.error, ['password', 'code']);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput
          label={t('security.ownPassword')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          error={at['password']}
          required
        />
        <TextInput
          label={t('security.anyCode')}
          autoComplete="one-time-code"
          minLength={6}
          maxLength={20}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          error={at['code']}
          required
        />
        <Refusal of={left} />
        <Group>
          <Button type="submit" variant="default" loading={off.isPending}>
            {t('security.off')}
          </Button>
          <Button
            variant="default"
            loading={renew.isPending}
            disabled={password === '' || code === ''}
            onClick={() => {
              off.reset();
              renew.mutate();
            }}
          >
            {t('security.renew')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
