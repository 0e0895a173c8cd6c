import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JourneyView } from '../actions/event-types.js';
import { competencyNames } from '../api/queries.js';
import { Part } from '../parts/part.js';

/** What the latest assessment found, for whoever recommends, confirms or plans by it. */
export function Results({ journey: { gapsAfter } }: { journey: JourneyView }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  const lines = (gapsAfter?.competencies ?? []).filter(({ attained }) => attained !== null);
  if (lines.length === 0) return null;
  return (
    <Part title={t('tasks.results')}>
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {lines.map(({ competency, attained, standard, gap }) => (
          <Group key={competency} component="li" justify="space-between" wrap="nowrap" gap="xs">
            <Group gap={6} wrap="nowrap">
              {gap > 0 ? (
                <IconCircleMinus size={18} color="#8f4300" aria-hidden style={{ flexShrink: 0 }} />
              ) : (
                <IconCircleCheck size={18} color="#1f6b31" aria-hidden style={{ flexShrink: 0 }} />
              )}
              <Text size="sm" fw={gap > 0 ? 650 : 400}>
                {names?.get(competency) ?? competency}
              </Text>
            </Group>
            <Text size="sm" c="gray.8" className="number" style={{ flexShrink: 0 }}>
              {t('actions.levelOf', { attained, standard })}
            </Text>
          </Group>
        ))}
      </Stack>
    </Part>
  );
}
