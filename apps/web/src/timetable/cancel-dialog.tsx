import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { AskAndDo } from '../parts/ask.js';
import { longDay } from './day-words.js';
import { nameOf, type Session } from './timetable.js';

export function CancelDialog(props: { cohortId: string; session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const { cohortId, session, onClose } = props;
  const name = nameOf(session, t);
  return (
    <AskAndDo
      question={{
        title: t('timetable.cancelAsk'),
        label: t('timetable.cancelReason'),
        about: t('timetable.told'),
        isRequired: true,
        confirm: t('timetable.cancelSession'),
        isHarmful: true,
      }}
      send={(reason) =>
        answerOf(
          api.DELETE('/api/v1/cohorts/{id}/timetable/{sessionId}', {
            params: { path: { id: cohortId, sessionId: session.id } },
            body: { reason, expectedRevision: session.revision },
          }),
        )
      }
      told={() => t('timetable.cancelDone', { name })}
      onClose={onClose}
    >
      <Text>
        {name}, {longDay(session.date)}, {session.time}
      </Text>
    </AskAndDo>
  );
}
