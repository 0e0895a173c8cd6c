import { Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FoldingPart } from '../parts/folding-part.js';
import { dayInWords } from '../words/dates.js';
import { feedback, type Journey } from './queries.js';
import './words.js';

/** Certificates that anybody can verify, and the feedback as it was sent. */
export function DocumentsPart({ journey, at }: { journey: Journey; at: string | null }) {
  const { t } = useTranslation();
  const letters = useQuery(feedback(journey.id));
  const sent = (letters.data?.items ?? []).filter(
    ({ issuedAt }) => at === null || Date.parse(issuedAt) <= Date.parse(at),
  );
  const hasTimetable = journey.cohort.kind === 'training' && at === null;
  const isEmpty = journey.certificates.length === 0 && sent.length === 0 && !hasTimetable;
  return (
    <FoldingPart title={t('way.documents')}>
      {isEmpty && <Text size="sm">{t('way.noDocuments')}</Text>}
      <List size="sm" spacing={6}>
        {journey.certificates.map(({ serial, kind }) => (
          <List.Item key={serial}>
            <Text size="sm" fw={600}>
              {t(`way.certificate.${kind}`)}
            </Text>
            <Anchor size="sm" href={`/verify/${encodeURIComponent(serial)}`} target="_blank">
              {t('way.verify', { serial })}
            </Anchor>
          </List.Item>
        ))}
        {hasTimetable && (
          <List.Item>
            <Anchor size="sm" href={`/api/v1/journeys/${journey.id}/timetable.xlsx`} download>
              {t('way.timetable')}
            </Anchor>
          </List.Item>
        )}
        {sent.map((letter) => (
          <List.Item key={letter.id}>
            <details>
              <Text component="summary" size="sm" fw={600} style={{ cursor: 'pointer' }}>
                {t('way.feedback', { date: dayInWords(letter.issuedAt) })}
              </Text>
              <Text size="sm" mt={4}>
                {letter.text}
              </Text>
              {letter.unmet.length > 0 && (
                <Text size="sm">{letter.unmet.map(({ name }) => name).join(', ')}</Text>
              )}
              <Recommendation items={letter.recommendation} />
            </details>
          </List.Item>
        ))}
      </List>
    </FoldingPart>
  );
}

function Recommendation({ items }: { items: readonly unknown[] }) {
  const { t } = useTranslation();
  const texts = items.filter((item): item is string => typeof item === 'string');
  if (texts.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt={4}>
        {t('way.recommendation')}
      </Text>
      <List size="sm">
        {texts.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </>
  );
}
