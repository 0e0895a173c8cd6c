import { Badge, Card, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TONES } from '../parts/tones.js';
import { momentInWords } from '../tasks/moment.js';
import type { DataRequest } from './queries.js';

const TONE = { open: TONES.calm, accepted: TONES.good, refused: TONES.warn, ended: TONES.quiet } as const;

/** What was asked, by when it is answered, and what was answered. */
export function RequestLine(props: { request: DataRequest; who?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const { field, value, current, reason, status, askedAt, dueAt, isLate, answer } = props.request;
  const what =
    field === null
      ? t('privacy.restriction')
      : t('privacy.correction', { field: field.name, value: value ?? '' });
  return (
    <Card withBorder component="article" padding="sm" aria-label={what}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {props.who !== undefined && `${props.who} · `}
          {what}
        </Text>
        <Group gap="xs">
          {isLate && <Badge color={TONES.alarm}>{t('privacy.late')}</Badge>}
          <Badge color={TONE[status]}>{t(`privacy.statuses.${status}`)}</Badge>
        </Group>
      </Group>
      {current !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('privacy.currently', { current })}
        </Text>
      )}
      <Text size="sm">{t('privacy.why', { reason })}</Text>
      <Text size="sm" c="gray.7">
        {t('privacy.asked', { day: momentInWords(askedAt) })}
        {status === 'open' && ` · ${t('privacy.due', { day: momentInWords(dueAt) })}`}
      </Text>
      {answer !== null && <Text size="sm">{t('privacy.answer', { answer })}</Text>}
      {props.children}
    </Card>
  );
}
