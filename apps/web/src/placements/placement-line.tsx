import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { number } from '../words/dates.js';
import type { Placement } from './placements.js';

const SEVERITIES = ['high', 'medium', 'low'] as const;
const TONE_OF = { high: TONES.alarm, medium: TONES.warn, low: TONES.mild } as const;

/** Who it is, what his placement rests on, and what it asks of him. */
export function PlacementLine({ of }: { of: Placement }) {
  const { journeyId, participant, reason, gaps, plan, jobPersonMatch, className } = of;
  const { t } = useTranslation();
  const owed = plan && plan.required + plan.mandatory;
  const more = [
    ...(jobPersonMatch == null ? [] : [t('placements.match', { percent: number(jobPersonMatch) })]),
    ...(plan === null || owed === null
      ? []
      : [
          plan.hours === null
            ? t('placements.plan', { courses: owed })
            : t('placements.planHours', { courses: owed, hours: number(plan.hours) }),
        ]),
  ];
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Group gap={6} align="baseline">
        <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600}>
          {participant.name}
        </PageLink>
        <Text size="xs" c="gray.7">
          {participant.agency.name}
        </Text>
      </Group>
      <Text size="sm" my={4}>
        {reason}
      </Text>
      <Group gap={6}>
        {className != null && (
          <Badge variant="outline" color="dark">
            {className}
          </Badge>
        )}
        {of.directAssessment && <Badge color={TONES.good}>{t('placements.gap.none')}</Badge>}
        {SEVERITIES.filter((severity) => gaps[severity] > 0).map((severity) => (
          <Badge key={severity} color={TONE_OF[severity]}>
            {t(`placements.gap.${severity}`, { count: gaps[severity] })}
          </Badge>
        ))}
        <Text size="xs" c="gray.7">
          {more.join(' · ')}
        </Text>
      </Group>
    </div>
  );
}
