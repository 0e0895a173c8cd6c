import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
import type { TaskView } from './task-queries.js';

/** Gives a task back to whoever handed it over, with the reason. */
export function ReturnDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { t } = useTranslation();
  const name = task.assigneeName ?? t('tasks.another');
  return (
    <AskAndDo
      question={{
        title: t('tasks.verb.return'),
        label: t('tasks.verb.returnReason'),
        about: t('tasks.verb.returnReasonAbout'),
        isRequired: true,
        confirm: t('tasks.verb.return'),
      }}
      send={(reason) =>
        answerOf(
          api.POST('/api/v1/tasks/{id}/return', { params: { path: { id: task.id } }, body: { reason } }),
        )
      }
      told={() => t('tasks.verb.returnDone', { name })}
      onClose={onClose}
    >
      <Text size="sm">{t('tasks.verb.returnAbout', { name })}</Text>
    </AskAndDo>
  );
}
