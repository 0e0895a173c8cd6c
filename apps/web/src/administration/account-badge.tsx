import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TONES } from '../parts/tones.js';

/** Whether somebody can come in. */
export function AccountBadge({ of }: { of: { disabled: boolean; invited: boolean } | null }) {
  const { t } = useTranslation();
  if (!of) return <Badge color={TONES.quiet}>{t('administration.noAccount')}</Badge>;
  if (of.disabled) return <Badge color={TONES.alarm}>{t('administration.shut')}</Badge>;
  return of.invited ? (
    <Badge color={TONES.mild}>{t('administration.waiting')}</Badge>
  ) : (
    <Badge color={TONES.good}>{t('administration.open')}</Badge>
  );
}
