import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { AskAndDo } from '../parts/ask.js';
import { BackLink } from '../parts/back-link.js';
import { Message } from '../parts/message.js';
import { PageTitle } from '../parts/page-title.js';
import { dataRequests, type DataRequest } from './queries.js';
import { RequestLine } from './request-line.js';
import './words.js';

const STATUSES = ['open', 'accepted', 'refused', 'ended'] as const;
type Act = 'accept' | 'refuse' | 'end';

/** What people ask about their data, by what is due first, and answering it. */
export function RequestsPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<DataRequest['status']>('open');
  const [answering, setAnswering] = useState<{ request: DataRequest; act: Act } | null>(null);
  const requests = useQuery(dataRequests(status));
  return (
    <Stack maw={960}>
      <div>
        <BackLink to="/account">{t('privacy.back')}</BackLink>
        <PageTitle mt={4}>{t('privacy.queueTitle')}</PageTitle>
        <Text maw={760}>{t('privacy.queueAbout')}</Text>
      </div>
      <Group>
        <SegmentedControl
          aria-label={t('privacy.status')}
          value={status}
          onChange={(value) => setStatus(value as DataRequest['status'])}
          orientation="horizontal"
          data={STATUSES.map((value) => ({ value, label: t(`privacy.statuses.${value}`) }))}
        />
      </Group>
      <Answer of={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('privacy.queueNone')} about={t('privacy.queueNoneAbout')} />
          ) : (
            <Stack gap="sm">
              {items.map((request) => (
                <RequestLine key={request.id} request={request} who={request.person.name ?? '—'}>
                  <Group mt="xs" gap="xs">
                    {actsOn(request).map((act) => (
                      <Button
                        key={act}
                        variant={act === 'accept' ? 'filled' : 'default'}
                        onClick={() => setAnswering({ request, act })}
                      >
                        {t(`privacy.${act}`)}
                      </Button>
                    ))}
                  </Group>
                </RequestLine>
              ))}
            </Stack>
          )
        }
      </Answer>
      {answering && <AnswerDialog {...answering} onClose={() => setAnswering(null)} />}
    </Stack>
  );
}

function actsOn({ kind, status }: DataRequest): Act[] {
  if (status === 'open') return ['accept', 'refuse'];
  return status === 'accepted' && kind === 'restriction' ? ['end'] : [];
}

function AnswerDialog({ request, act, onClose }: { request: DataRequest; act: Act; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <AskAndDo
      question={{
        title: t(`privacy.${act}Ask`),
        label: t('privacy.answerReason'),
        isRequired: true,
        confirm: t(`privacy.${act}`),
      }}
      send={(reason) =>
        answerOf(
          api.POST(`/api/v1/data-requests/{id}/${act}`, {
            params: { path: { id: request.id } },
            body: { reason },
          }),
        )
      }
      told={() => t('privacy.answered')}
      onClose={onClose}
    >
      <RequestLine request={request} who={request.person.name ?? '—'} />
    </AskAndDo>
  );
}
