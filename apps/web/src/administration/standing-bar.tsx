import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from './administration.js';

/** Why an account is not to be shut out or let in again by the reader. */
export function StandingBar({ of }: { of: Member['standingBar'] }) {
  const { t } = useTranslation();
  if (of === null) return null;
  return (
    <Text size="xs" c="gray.7" maw={320}>
      {t(`administration.bars.${of.code}`, { organisation: of.organisation ?? '' })}
    </Text>
  );
}
