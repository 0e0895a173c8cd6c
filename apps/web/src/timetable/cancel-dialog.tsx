import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { useDoing } from '../parts/use-doing.js';
import { longDay } from './day-words.js';
import { nameOf, type Session } from './timetable.js';

export function CancelDialog(props: { cohortId: string; session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const { cohortId, session, onClose } = props;
  const name = nameOf(session, t);
  const cancel = useDoing({
    send: (reason: string) =>
      answerOf(
        api.DELETE('/api/v1/cohorts/{id}/timetable/{sessionId}', {
          params: { path: { id: cohortId, sessionId: session.id } },
          body: { reason, expectedRevision: session.revision },
        }),
      ),
    told: () => t('timetable.cancelDone', { name }),
    onDone: onClose,
  });
  return (
    <Ask
      question={{
        title: t('timetable.cancelAsk'),
        label: t('timetable.cancelReason'),
        about: t('timetable.told'),
        isRequired: true,
        confirm: t('timetable.cancelSession'),
        isHarmful: true,
      }}
      isPending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onConfirm={(reason) => cancel.mutate(reason)}
    >
      <Text>
        {name}, {longDay(session.date)}, {session.time}
      </Text>
    </Ask>
  );
}
