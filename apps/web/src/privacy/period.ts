import { useTranslation } from 'react-i18next';

const UNITS = { Y: 'years', M: 'months', D: 'days' } as const;

/** ISO 8601 periods in words; one that has no words here stays as it is. */
export function usePeriod(): (period: string) => string {
  const { t } = useTranslation();
  return (period) => {
    const [, count, unit] = /^P(\d+)([YMD])$/.exec(period) ?? [];
    if (count === undefined || unit === undefined) return period;
    return t(`privacy.${UNITS[unit as keyof typeof UNITS]}`, { count: Number(count) });
  };
}
