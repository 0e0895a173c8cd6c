import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { faultsAt } from '../parts/faults-at.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { givenPassword, OwnProof } from './own-proof.js';

/** Turning it off, or new codes for its loss: both by password and code. */
export function FactorOff(props: { onCodes: (codes: string[]) => void; onOff: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const body = { ...givenPassword(password), code };
  const renew = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/second-factor/recovery-codes', { body })),
    onSuccess: ({ recoveryCodes }) => props.onCodes(recoveryCodes),
  });
  const off = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/me/second-factor', { body })),
    onSuccess: async () => {
      say(t('security.turnedOff'));
      props.onOff();
      await queries.invalidateQueries({ queryKey: ['me', 'sessions'] });
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
        <OwnProof value={password} error={at['password']} onChange={setPassword} />
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
        <Text size="sm">{t('security.offEnds')}</Text>
        <Refusal of={left} />
        <Group>
          <Button type="submit" variant="default" loading={off.isPending}>
            {t('security.off')}
          </Button>
          <Button
            variant="default"
            loading={renew.isPending}
            disabled={code === ''}
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
