import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { dayInWords } from '../words/dates.js';
import type { MyData } from './queries.js';

/** What rules proposed about oneself, why, who decided, and until when one may object. */
export function Proposals({ of }: { of: MyData['proposals'] }) {
  const { t } = useTranslation();
  return (
    <Part title={t('privacy.proposals')}>
      <Text size="sm" c="gray.7" mb="xs">
        {t(of.length === 0 ? 'privacy.proposalsNone' : 'privacy.proposalsAbout')}
      </Text>
      <Stack gap="sm">
        {of.map((one) => (
          <div key={`${one.journeyId} ${one.kind} ${one.about ?? ''} ${one.madeAt ?? ''}`}>
            <Title order={3} size="h6">
              {t(`privacy.kinds.${one.kind}`)}
              {one.about !== null && `: ${one.about}`} · {one.cohort}
            </Title>
            <Text size="sm">{one.reason}</Text>
            <Text size="sm" c="gray.7">
              {one.madeAt !== null && `${t('privacy.proposed', { day: dayInWords(one.madeAt) })} · `}
              {one.confirmedAt === null
                ? t('privacy.notConfirmed')
                : t('privacy.confirmed', { day: dayInWords(one.confirmedAt) })}
            </Text>
            <Text size="sm" c="gray.7">
              {one.appeal.text}
              {one.appeal.open &&
                one.appeal.until !== null &&
                ` ${t('privacy.objectUntil', { day: dayInWords(one.appeal.until) })}.`}
            </Text>
            <PageLink
              to="/journeys/$id"
              params={{ id: one.journeyId }}
              size="sm"
              style={{ display: 'inline-block', minHeight: 24 }}
            >
              {t('privacy.toJourney')}
            </PageLink>
          </div>
        ))}
      </Stack>
    </Part>
  );
}
