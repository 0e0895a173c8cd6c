import { Button, Center, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OutOfReach, Refused } from '../api/problem.js';
import { Message } from './message.js';

/** What was asked for, or why it is not there. */
export function Answer<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  const again = () => void of.refetch();
  if (of.error) return <Failure error={of.error} again={again} />;
  // Nothing is asked for while there is no network; it goes on by itself.
  if (of.fetchStatus === 'paused') return <Failure error={new OutOfReach()} again={again} />;
  return <Waiting />;
}

export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center py={72} role="status" aria-live="polite">
      <Loader aria-hidden />
      <Text ml="sm">{t('state.loading')}</Text>
    </Center>
  );
}

export function Failure({ error, again }: { error: Error; again: () => void }) {
  const { t } = useTranslation();
  const retry = (
    <Button variant="light" onClick={again}>
      {t('state.retry')}
    </Button>
  );
  if (error instanceof OutOfReach)
    return (
      <Message title={t('state.outOfReach')} about={t('state.outOfReachAbout')}>
        {retry}
      </Message>
    );
  if (!(error instanceof Refused)) return <Message title={t('state.failed')}>{retry}</Message>;
  if (isForbidden(error)) return <Forbidden />;
  if (error.status === 404) return <Message title={t('state.notFound')} about={t('state.notFoundAbout')} />;
  const faults = error.problem.errors ?? [];
  // The same question again would be refused again.
  if (faults.length > 0)
    return <Message title={error.problem.title} about={faults.map(({ message }) => message).join(' ')} />;
  return (
    <Message title={error.problem.title} about={error.message}>
      {retry}
      {error.problem.id !== '' && (
        <Text size="xs" c="gray.7">
          {t('state.reportId', { id: error.problem.id })}
        </Text>
      )}
    </Message>
  );
}

/** Whether a whole page is not the reader's: nothing of it is drawn around that. */
export function isForbidden(error: Error | null): boolean {
  return error instanceof Refused && error.status === 403;
}

export function Forbidden() {
  const { t } = useTranslation();
  return <Message title={t('state.forbidden')} about={t('state.forbiddenAbout')} />;
}
