import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { dayInWords } from '../words/dates.js';
import { tasksOf } from './queries.js';
import './words.js';

/** What is open on this journey, as far as the reader may see it: what, whose, by when. */
export function WorkPart({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const tasks = useQuery(tasksOf(id));
  return (
    <Part title={t('way.tasks')}>
      <Answer of={tasks}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{t('way.noTasks')}</Text>
          ) : (
            <List size="sm" spacing={6}>
              {items.map(({ id: task, label, due, role, assigneeName }) => {
                const key = `role.${role}`;
                const who = i18n.exists(key) ? t(key as 'role.coach') : '';
                return (
                  <List.Item key={task}>
                    <Text size="sm" fw={600}>
                      {label}
                    </Text>
                    <Text size="xs" c="gray.7">
                      {[who, assigneeName, due === null ? t('journey.noDue') : dayInWords(due)]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </List.Item>
                );
              })}
            </List>
          )
        }
      </Answer>
    </Part>
  );
}
