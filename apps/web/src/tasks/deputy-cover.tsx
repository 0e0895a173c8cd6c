import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NamedSeat } from './task-queries.js';

export const has = (seats: readonly NamedSeat[], { organisation, role }: NamedSeat) =>
  seats.some((one) => one.organisation.id === organisation.id && one.role === role);

export function seatsInWords(seats: readonly NamedSeat[], t: TFunction): string {
  return seats
    .map(({ organisation, role }) =>
      t('tasks.deputy.seat', { role: t(`role.${role}`), organisation: organisation.name }),
    )
    .join(', ');
}

/** In which of the reader's roles somebody stands in for him, and in which not. */
export function CoverOf({ covers, seats }: { covers: readonly NamedSeat[]; seats: readonly NamedSeat[] }) {
  const { t } = useTranslation();
  if (covers.length === 0) return <Text size="sm">{t('tasks.deputy.coversNothing')}</Text>;
  const left = seats.filter((seat) => !has(covers, seat));
  return (
    <div aria-live="polite">
      <Text size="sm">{t('tasks.deputy.covers', { seats: seatsInWords(covers, t) })}</Text>
      {left.length > 0 && (
        <Text size="sm" fw={600}>
          {t('tasks.deputy.leaves', { seats: seatsInWords(left, t) })}
        </Text>
      )}
    </div>
  );
}
