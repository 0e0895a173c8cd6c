import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer, Forbidden, isForbidden } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageTitle } from '../parts/page-title.js';
import { language } from '../words/language.js';
import { AuditCard } from './audit-card.js';
import { type AuditFilter, auditFilterOf, auditQueryOf } from './audit-filter.js';
import { AuditFilters } from './audit-filters.js';
import './words.js';

const found = (filter: AuditFilter, cursor?: string) =>
  answerOf(
    api.GET('/api/v1/audit', {
      params: { query: { ...auditQueryOf(filter), limit: 50, ...(cursor !== undefined && { cursor }) } },
    }),
  );

/** Who did and read what: searched, read in words, handed on by its address, and exported. */
export function AuditPage() {
  const { t } = useTranslation();
  const filter = auditFilterOf(useSearch({ strict: false }));
  const pages = useInfiniteQuery({
    queryKey: [language(), 'audit', filter],
    queryFn: ({ pageParam }) => found(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (isForbidden(pages.error)) return <Forbidden />;
  const sheet = new URLSearchParams(auditQueryOf(filter) as Record<string, string>).toString();
  return (
    <>
      <Group justify="space-between" align="flex-start" mb={4}>
        <PageTitle>{t('audit.title')}</PageTitle>
        <Button
          component="a"
          href={`/api/v1/audit.xlsx?${sheet}`}
          download
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        >
          {t('audit.toExcel')}
        </Button>
      </Group>
      <Text mb="md" maw={760}>
        {t('audit.about')}
      </Text>
      <AuditFilters filter={filter} />
      <Answer of={pages}>
        {({ pages: all }) => {
          const items = all.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Message title={t('audit.none')} about={t('audit.noneAbout')} />
          ) : (
            <Stack gap="xs">
              {items.map((line) => (
                <AuditCard key={line.id} line={line} />
              ))}
              <More of={pages} />
            </Stack>
          );
        }}
      </Answer>
    </>
  );
}
