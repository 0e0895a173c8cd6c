import { Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { history } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { dayInWords } from '../words/dates.js';
import { Part } from '../parts/part.js';

/** The way so far in sentences, the latest first. */
export function Story({ id }: { id: string }) {
  const { t } = useTranslation();
  const told = useQuery(history(id));
  return (
    <Part title={t('journey.story')}>
      <Answer of={told}>
        {({ story }) => (
          <Timeline bulletSize={14} lineWidth={2} active={story.length}>
            {[...story].reverse().map(({ seq, at, text }) => (
              <Timeline.Item key={seq}>
                <Text size="sm">{text}</Text>
                <Text size="xs" c="gray.7">
                  {dayInWords(at)}
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        )}
      </Answer>
    </Part>
  );
}
