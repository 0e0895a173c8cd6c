import { Blockquote, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../words/dates.js';
import { AnswerObjection } from './answer-objection.js';
import { PlacementLine } from './placement-line.js';
import type { Placement } from './placements.js';

/** Who objects, why, by when it is to be answered, and the way to answer it. */
export function Objections({ items, clusterBy }: { items: Placement[]; clusterBy: string | null }) {
  const { t } = useTranslation();
  const [answered, answer] = useState<Placement | null>(null);
  return (
    <>
      <ul className="placements">
        {items.map((one) => (
          <li key={one.journeyId}>
            <PlacementLine of={one} />
            {one.objection && (
              <Blockquote my="xs" p="sm" color="orange">
                <Text size="xs" c="gray.7">
                  {t('placements.said', { on: dayInWords(one.objection.at) })}
                </Text>
                <Text size="sm">{one.objection.reason}</Text>
              </Blockquote>
            )}
            <Group justify="space-between">
              <Text size="sm" fw={600} c={one.overdue ? 'red.9' : 'dark'}>
                {one.due !== null && t('placements.answerBy', { on: dayInWords(one.due) })}
              </Text>
              <Button size="sm" onClick={() => answer(one)}>
                {t('placements.answer')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {answered && <AnswerObjection to={answered} clusterBy={clusterBy} onClose={() => answer(null)} />}
    </>
  );
}
