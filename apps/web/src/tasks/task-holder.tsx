import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { momentInWords } from './moment.js';
import type { TaskView } from './task-queries.js';

/** Says when somebody else has the task in hand, or when it is over: who, and since when. */
export function TaskHolder({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const account = useQuery(me()).data;
  const mine = account?.personId ?? account?.id;
  const { status, assignee, deputy, assigneeName, deputyName, claimedAt, closedAt, closedByName } = task;
  if (status === 'done' || status === 'closed')
    return (
      <Alert
        color="gray"
        variant="light"
        role="status"
        title={t(status === 'done' ? 'tasks.done' : 'tasks.closed')}
      >
        <Text size="sm" c="dark">
          {[
            closedByName !== null && t('tasks.doneBy', { name: closedByName }),
            closedAt !== null && t('tasks.doneAt', { at: momentInWords(closedAt) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
      </Alert>
    );
  if (status !== 'claimed' || assignee === mine || deputy === mine) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      role="status"
      title={t('tasks.heldBy', { name: deputyName ?? assigneeName ?? t('tasks.another') })}
    >
      <Text size="sm" c="dark">
        {claimedAt !== null && `${t('tasks.since', { at: momentInWords(claimedAt) })} `}
        {t('tasks.heldAbout')}
      </Text>
    </Alert>
  );
}
