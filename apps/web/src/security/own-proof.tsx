import { Anchor, PasswordInput, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { timeInWords } from './moment.js';
import './words.js';

const LOOKED_AT_EVERY_MS = 15_000;

/** How the reader may show that it is he; what he has shown is over after a few minutes. */
const myProof = () =>
  queryOptions({
    queryKey: ['me', 'proof'],
    queryFn: () => answerOf(api.GET('/api/v1/me/proof')),
    refetchInterval: ({ state }) => (state.data?.until ? LOOKED_AT_EVERY_MS : false),
  });

interface Props {
  label?: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** That it is the owner who asks: his password, or that he has just signed in again with his provider. */
export function OwnProof({ label, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const proof = useQuery(myProof()).data;
  if (proof?.until)
    return (
      <Text size="sm" role="status">
        {t('security.proved', { time: timeInWords(proof.until) })}
      </Text>
    );
  return (
    <div>
      <PasswordInput
        label={label ?? t('security.ownPassword')}
        autoComplete="current-password"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        error={error}
        required
      />
      {proof?.provider && (
        <Anchor href="/api/v1/sessions/oidc?again=true" size="sm" mt={4} display="inline-block">
          {t('security.proveAgain')}
        </Anchor>
      )}
    </div>
  );
}

/** What is sent of it: nothing where no password was asked for. */
export const givenPassword = (password: string) => (password === '' ? {} : { password });
