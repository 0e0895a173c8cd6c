import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { faultsAt } from '../parts/faults-at.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { OwnProof } from './own-proof.js';
import './words.js';

export function PasswordPart() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () =>
      answerOf(api.PUT('/api/v1/me/password', { body: { next, ...(current !== '' && { current }) } })),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      say(t('security.changed'));
      await queries.invalidateQueries({ queryKey: ['me', 'sessions'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const { at, left } = faultsAt(change.error, ['current', 'next']);
  return (
    <Part title={t('security.password')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <OwnProof
            label={t('security.current')}
            value={current}
            error={at['current']}
            onChange={setCurrent}
          />
          <PasswordInput
            label={t('security.next')}
            description={t('security.nextAbout')}
            autoComplete="new-password"
            value={next}
            onChange={({ currentTarget }) => setNext(currentTarget.value)}
            error={at['next']}
            required
          />
          <Refusal of={left} />
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('security.change')}
          </Button>
        </Stack>
      </form>
    </Part>
  );
}
