import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/part.js';
import type { Move } from './draft.js';
import type { costOf } from './groups.js';

export interface CostedMove extends Move {
  key: string;
  /** Asked as the groups stood before the move; null where nothing is reckoned. */
  cost: ReturnType<typeof costOf> | null;
}

/** Each change of the draft, newest first, with what it costs; any can be taken back. */
export function Moves(props: {
  of: CostedMove[];
  nameOf: (id: string) => string;
  onBack: (move: Move) => void;
}) {
  const { t } = useTranslation();
  if (props.of.length === 0) return null;
  return (
    <Part title={t('groups.moves')}>
      <Stack gap="xs" role="log" aria-live="polite" aria-label={t('groups.moves')}>
        {props.of.map((move) => (
          <Line key={move.key} move={move} name={props.nameOf(move.member)} onBack={props.onBack} />
        ))}
      </Stack>
    </Part>
  );
}

function Line({ move, name, onBack }: { move: CostedMove; name: string; onBack: (move: Move) => void }) {
  const { t } = useTranslation();
  const { key, from, to, cost } = move;
  const reckoned = useQuery({
    queryKey: ['groups', 'cost', key, from, to],
    queryFn: () => cost,
    enabled: cost !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {reckoned.error ? t('groups.notMoved', { name, to }) : t('groups.moved', { name, from, to })}
        </Text>
        {cost !== null && (
          <Text size="sm" c={reckoned.error ? 'red.9' : 'gray.8'}>
            {reckoned.data?.reason ?? reckoned.error?.message ?? t('groups.reckoning')}
          </Text>
        )}
      </div>
      {!reckoned.error && (
        <Button variant="subtle" size="compact-sm" style={{ flexShrink: 0 }} onClick={() => onBack(move)}>
          {t('groups.back')}
        </Button>
      )}
    </Group>
  );
}
