import { Badge, Card, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { paths } from '../api/schema.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { momentInWords } from '../tasks/moment.js';

export type AuditLine =
  paths['/api/v1/audit']['get']['responses']['200']['content']['application/json']['items'][number];

/** One act: what, who, on whom and what, why, and what it changed. */
export function AuditCard({ line }: { line: AuditLine }) {
  const { t } = useTranslation();
  const { actor, object, subject, reason, changes, isErased, address, requestId } = line;
  const who = [actor.name, actor.role, actor.organisation].filter((part) => part !== null).join(' · ');
  return (
    <Card withBorder component="article" padding="sm" aria-label={line.actionName}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Text fw={600}>
          {line.actionName}
          {object?.name !== null &&
            object?.name !== undefined &&
            object.kind !== 'person' &&
            ` · ${object.name}`}
        </Text>
        <Text size="sm" c="gray.7" className="number">
          {momentInWords(line.at)}
        </Text>
      </Group>
      <Text size="sm">
        {t('audit.by')} {who}
        {actor.actingFor !== null && `, ${t('audit.deputyOf', { name: actor.actingFor })}`}
      </Text>
      {subject && (
        <Text size="sm">{t('audit.concerning', { name: subject.name ?? t('audit.erasedPerson') })}</Text>
      )}
      {reason !== null && <Text size="sm">{t('audit.reason', { reason })}</Text>}
      {changes.length > 0 && (
        <List size="sm" mt={4}>
          {changes.map(({ field, before, after }) => (
            <List.Item key={field} style={{ overflowWrap: 'anywhere' }}>
              {before === null
                ? t('audit.value', { field, after: after ?? '—' })
                : t('audit.change', { field, before, after: after ?? '—' })}
            </List.Item>
          ))}
        </List>
      )}
      <Group gap="sm" mt={4}>
        {line.source === 'journeyLog' && <Badge color={TONES.quiet}>{t('audit.journeyLog')}</Badge>}
        {isErased && <Badge color={TONES.quiet}>{t('audit.erased')}</Badge>}
        {object?.kind === 'journey' && (
          <PageLink
            to="/journeys/$id"
            params={{ id: object.id }}
            size="sm"
            style={{ display: 'inline-block', minHeight: 24 }}
          >
            {t('audit.openJourney')}
          </PageLink>
        )}
      </Group>
      {(address !== null || requestId !== null) && (
        <details>
          <summary style={{ cursor: 'pointer', fontSize: 'var(--mantine-font-size-sm)', minHeight: 24 }}>
            {t('audit.details')}
          </summary>
          {address !== null && <Text size="sm">{t('audit.origin', { address })}</Text>}
          {requestId !== null && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('audit.request', { id: requestId })}
            </Text>
          )}
        </details>
      )}
    </Card>
  );
}
