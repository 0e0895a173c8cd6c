import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { programmeName } from '../parts/programme-name.js';
import { TONES } from '../parts/tones.js';
import { shortDay } from '../words/dates.js';
import type { Journey } from './queries.js';
import './words.js';

const COLOURS = { live: TONES.good, suspended: TONES.warn, incident: TONES.alarm, final: TONES.quiet };

/** Whose journey it is, in which cohort and on which pathway. */
export function JourneyHead({ journey, isOwn }: { journey: Journey; isOwn: boolean }) {
  const { t } = useTranslation();
  const { participant, cohort, status, pathway, programme, assessmentOption, entry, group } = journey;
  const dates =
    cohort.startsOn !== null && cohort.endsOn !== null
      ? `${shortDay(cohort.startsOn)} – ${shortDay(cohort.endsOn)}`
      : null;
  return (
    <Group justify="space-between" align="flex-start" mb="md">
      <div>
        <PageTitle of={cohort.name}>{isOwn ? t('way.mine') : (participant.name ?? '')}</PageTitle>
        <Text c="gray.7">
          {isOwn && `${participant.name ?? ''} · `}
          {participant.post}
          {participant.agency && ` · ${participant.agency.name}`}
        </Text>
        <Group gap="xs" mt={6}>
          {isOwn ? (
            <Text fw={600}>{cohort.name}</Text>
          ) : (
            <PageLink to="/cohorts/$id" params={{ id: cohort.id }}>
              {cohort.name}
            </PageLink>
          )}
          {programme !== null && <Badge variant="light">{programmeName(programme)}</Badge>}
          {pathway !== null && <Badge variant="light">{t(`pathway.${pathway}`)}</Badge>}
          {dates !== null && (
            <Text size="sm" c="gray.7">
              {dates}
            </Text>
          )}
        </Group>
        <Text size="sm" c="gray.7" mt={4}>
          {[
            t(`way.entry.${entry}`),
            t(`way.option.${assessmentOption}`),
            group === null ? null : t('way.group', { name: group }),
            journey.class === null ? null : t('way.class', { name: journey.class }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Badge size="lg" color={COLOURS[status]}>
        {t(`journey.status.${status}`)}
      </Badge>
    </Group>
  );
}
