import { Button, Card, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { inbox } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { dayInWords } from '../words/dates.js';

/** What one was told and reminded of, with the reason why one is told. */
export function InboxPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isUnread, setUnread] = useState(false);
  const list = useQuery(inbox(isUnread));
  const changed = { onSuccess: () => queries.invalidateQueries() };
  const readAll = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/me/inbox/read-all')),
    ...changed,
  });
  const read = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/me/inbox/{id}/read', { params: { path: { id } } })),
    ...changed,
  });
  return (
    <>
      <Group justify="space-between" mb="md">
        <PageTitle>{t('inbox.title')}</PageTitle>
        <Group>
          <SegmentedControl
            aria-label={t('inbox.title')}
            value={isUnread ? 'unread' : 'all'}
            onChange={(shown) => setUnread(shown === 'unread')}
            data={[
              { value: 'all', label: t('inbox.all') },
              { value: 'unread', label: t('inbox.unread') },
            ]}
          />
          <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {t('inbox.readAll')}
          </Button>
        </Group>
      </Group>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('inbox.empty')} about={t('inbox.emptyAbout')} />
          ) : (
            <Stack gap="xs">
              {items.map(({ id, title, text, why, at, readAt, link }) => (
                <Card key={id} withBorder padding="sm">
                  <Group justify="space-between" align="flex-start" gap={4}>
                    <div style={{ flex: '1 1 20rem' }}>
                      <Text fw={readAt === null ? 700 : 400}>
                        {link ? (
                          <PageLink
                            to="/journeys/$id"
                            params={{ id: link.journey }}
                            onClick={() => read.mutate(id)}
                          >
                            {title}
                          </PageLink>
                        ) : (
                          title
                        )}
                      </Text>
                      <Text size="sm">{text}</Text>
                      <Text size="xs" c="gray.7">
                        {why}
                      </Text>
                    </div>
                    <Text size="sm" c="gray.7" style={{ whiteSpace: 'nowrap' }}>
                      {dayInWords(at)}
                    </Text>
                  </Group>
                </Card>
              ))}
            </Stack>
          )
        }
      </Answer>
    </>
  );
}
