import { Badge, Button, Group, List, Select, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { PageLink } from '../parts/page-link.js';
import { More } from '../parts/more.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { TONES } from '../parts/tones.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import { Bar, Status } from './operations-page.js';
import { itemsKey, itemsPage, operation, type ItemStatus, type Operation } from './queries.js';
import './words.js';

/** How far an operation is; it goes on by itself when the page is left. */
export function OperationPage() {
  const { operation: id } = useParams({ strict: false }) as { operation: string };
  const { t } = useTranslation();
  const found = useQuery(operation(id));
  return (
    <Answer of={found}>
      {(known) => (
        <Stack>
          <div>
            <BackLink to="/operations">{t('incidents.allOperations')}</BackLink>
            <Group justify="space-between" mt={4}>
              <PageTitle of={known.reason}>{t(`incidents.actions.${known.action}`)}</PageTitle>
              <Status of={known} />
            </Group>
            <Text>{known.reason}</Text>
          </div>
          <Part title={t('incidents.progress')} aside={<Verbs of={known} />}>
            <Bar of={known} />
            {known.status === 'running' && (
              <Text size="sm" c="gray.7" mt={4}>
                {t('incidents.mayLeave')}
              </Text>
            )}
            <List size="sm" mt="sm">
              {known.acts.map(({ at, label, by, reason }) => (
                <List.Item key={`${at}${label}`}>
                  {t('incidents.actBy', { label, by, day: shortDay(at) })}
                  {reason !== null && `: ${reason}`}
                </List.Item>
              ))}
            </List>
          </Part>
          <Items id={id} progress={known.progress} />
        </Stack>
      )}
    </Answer>
  );
}

type Verb = 'pause' | 'resume' | 'retry';

const PATHS = {
  pause: '/api/v1/bulk-operations/{id}/pause',
  resume: '/api/v1/bulk-operations/{id}/resume',
  retry: '/api/v1/bulk-operations/{id}/retry',
} as const;

function Verbs({ of: { id, status, progress } }: { of: Operation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (verb: Verb) => answerOf(api.POST(PATHS[verb], { params: { path: { id } }, body: {} })),
    onSettled: () => queries.invalidateQueries(),
  });
  const verbs: Verb[] = [
    ...(status === 'running' ? ['pause' as const] : []),
    ...(status === 'paused' ? ['resume' as const] : []),
    ...(status === 'done' && progress.failed + progress.refused > 0 ? ['retry' as const] : []),
  ];
  return (
    <Group gap="xs">
      <Refusal of={act.error} />
      {verbs.map((verb) => (
        <Button
          key={verb}
          size="sm"
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate(verb)}
        >
          {t(`incidents.verb.${verb}`)}
        </Button>
      ))}
    </Group>
  );
}

const STATUSES: readonly ItemStatus[] = ['failed', 'refused', 'pending', 'done'];
const TONE: Record<ItemStatus, string> = {
  failed: TONES.alarm,
  refused: TONES.warn,
  pending: TONES.quiet,
  done: TONES.good,
};

function Items({ id, progress }: { id: string; progress: Operation['progress'] }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<ItemStatus | null>(null);
  const pages = useInfiniteQuery({
    // Read anew as it goes on.
    queryKey: [...itemsKey(id, status ?? undefined), progress.pending, progress.done],
    queryFn: ({ pageParam }) => itemsPage(id, status ?? undefined, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  return (
    <Part
      title={t('incidents.items')}
      aside={
        <Select
          size="sm"
          aria-label={t('incidents.itemStatus')}
          placeholder={t('state.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('incidents.clear') }}
          data={STATUSES.map((value) => ({
            value,
            label: `${t(`incidents.item.${value}`)} (${String(progress[value])})`,
          }))}
          value={status}
          onChange={(value) => setStatus(value)}
        />
      }
    >
      <Answer of={pages}>
        {({ pages: found }) => (
          <Wide label={t('incidents.items')}>
            <Table verticalSpacing="xs" aria-label={t('incidents.items')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('journey.participant')}</Table.Th>
                  <Table.Th>{t('incidents.became')}</Table.Th>
                  <Table.Th>{t('journey.reason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found
                  .flatMap(({ items }) => items)
                  .map(({ journeyId, participant, status: stands, refusal }) => (
                    <Table.Tr key={journeyId}>
                      <Table.Td>
                        <PageLink to="/journeys/$id" params={{ id: journeyId }} size="sm">
                          {participant.name ?? t('incidents.unknown')}
                        </PageLink>
                      </Table.Td>
                      <Table.Td>
                        <Badge color={TONE[stands]}>{t(`incidents.item.${stands}`)}</Badge>
                      </Table.Td>
                      <Table.Td>{refusal?.detail}</Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Wide>
        )}
      </Answer>
      <More of={pages} />
    </Part>
  );
}
