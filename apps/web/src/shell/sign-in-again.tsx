import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.js';
import type { Account } from './roles.js';
import { SignInForm } from './sign-in-form.js';

const isExpired = (error: unknown) => error instanceof Refused && error.status === 401;

/** An expired session is renewed over the page, so that nothing that was typed on it is lost. */
export function SignInAgain({ account }: { account: Account }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    const look = (error: unknown) => {
      if (isExpired(error)) setNeeded(true);
    };
    const stops = [
      queries.getQueryCache().subscribe(({ query }) => look(query.state.error)),
      queries.getMutationCache().subscribe(({ mutation }) => look(mutation?.state.error)),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
  const done = () => {
    setNeeded(false);
    void queries.invalidateQueries();
  };
  return (
    <Modal opened={isNeeded} onClose={() => setNeeded(false)} title={t('signIn.again')} centered>
      <Text mb="md">{t('signIn.againAbout')}</Text>
      <SignInForm username={account.username} onDone={done} />
    </Modal>
  );
}
