import { Badge, Stack, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JourneyView } from '../actions/event-types.js';
import { sessions, type LoggedSession } from '../actions/sessions.js';
import { history } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';

const LATEST = 5;

/** The sessions so far, the latest first; and how the journey came here. */
export function DoneBefore({ journey }: { journey: JourneyView }) {
  const { t } = useTranslation();
  const told = useQuery(history(journey.id));
  const logged = useQuery(sessions(journey.id));
  return (
    <Part title={t('tasks.before')}>
      <Stack gap="sm">
        <Answer of={logged}>
          {({ items }) => {
            const standing = items.filter(({ voided }) => voided === null);
            return standing.length === 0 ? (
              <Text c="gray.7">{t('tasks.noSessions')}</Text>
            ) : (
              [...standing].reverse().map((session) => <Session key={session.session} of={session} />)
            );
          }}
        </Answer>
        <Answer of={told}>
          {({ story }) => (
            <details className="fold">
              <summary>{t('tasks.lastSteps')}</summary>
              <Timeline bulletSize={12} lineWidth={2} mt="xs">
                {[...story]
                  .reverse()
                  .slice(0, LATEST)
                  .map(({ seq, at, text }) => (
                    <Timeline.Item key={seq}>
                      <Text size="sm">{text}</Text>
                      <Text size="xs" c="gray.7">
                        {dayInWords(at)}
                      </Text>
                    </Timeline.Item>
                  ))}
              </Timeline>
            </details>
          )}
        </Answer>
      </Stack>
    </Part>
  );
}

function Session({ of }: { of: LoggedSession }) {
  const { t } = useTranslation();
  const { kind, competencyName, heldOn, note, ksaItems, evidence, confirmedAt, byName } = of;
  return (
    <div>
      <Text size="sm" fw={600}>
        {dayInWords(heldOn)} · {competencyName}
      </Text>
      <Text size="xs" c="gray.7">
        {t(`actions.choice.${kind}`)}
        {byName !== null && ` · ${byName}`}
        {ksaItems.length > 0 && ` · ${ksaItems.join('; ')}`}
      </Text>
      <Text size="sm">{note}</Text>
      {evidence !== null && (
        <Text size="sm">
          {t('actions.field.evidence')}: {evidence}
        </Text>
      )}
      {confirmedAt !== null && (
        <Badge size="sm" color={TONES.good}>
          {t('tasks.confirmed')}
        </Badge>
      )}
    </div>
  );
}
