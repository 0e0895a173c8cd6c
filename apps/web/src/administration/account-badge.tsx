import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TONES } from '../parts/tones.js';

/** Whether somebody can come in. */
export function AccountBadge({ of }: { of: { disabled: boolean; invited: boolean } | null }) {
  const { t } = useTranslation();
  const whole = { miw: 'max-content' };
  if (!of)
    return (
      <Badge {...whole} color={TONES.quiet}>
        {t('administration.noAccount')}
      </Badge>
    );
  if (of.disabled)
    return (
      <Badge {...whole} color={TONES.alarm}>
        {t('administration.shut')}
      </Badge>
    );
  return of.invited ? (
    <Badge {...whole} color={TONES.mild}>
      {t('administration.waiting')}
    </Badge>
  ) : (
    <Badge {...whole} color={TONES.good}>
      {t('administration.open')}
    </Badge>
  );
}
