import { Button, Group, List, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { Notice } from '../parts/notice.js';
import { PageTitle } from '../parts/page-title.js';
import { Refusal } from '../parts/refusal.js';
import { CloseDialog } from './close-dialog.js';
import { IncidentCard } from './incident-card.js';
import { INCIDENT_KINDS, INCIDENT_STATUSES, type IncidentFilter } from './incident-filter.js';
import { incidentsKey, incidentsPage, type Incident, type RetriedMany } from './queries.js';
import './words.js';

/** What could not go on by itself: why, whose turn it is, what was tried, and trying again. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const filter = useSearch({ strict: false }) as IncidentFilter;
  const [closing, setClosing] = useState<Incident | null>(null);
  const pages = useInfiniteQuery({
    queryKey: incidentsKey(filter),
    queryFn: ({ pageParam }) => incidentsPage(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const { status = 'open', ...chosen } = filter;
  const retryAll = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/incidents/retry', { body: { filter: chosen } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <PageTitle mb={4}>{t('incidents.title')}</PageTitle>
      <Text mb="md" maw={760}>
        {t('incidents.about')}
      </Text>
      <Filter filter={filter} />
      <Answer of={pages}>
        {({ pages: found }) => {
          const items = found.flatMap((page) => page.items);
          return (
            <Stack gap="sm">
              {retryAll.data && <Outcome of={retryAll.data} />}
              <Refusal of={retryAll.error} />
              {items.length === 0 ? (
                <Message
                  title={t(status === 'open' ? 'incidents.none' : 'incidents.noneResolved')}
                  about={t('incidents.noneAbout')}
                />
              ) : (
                <>
                  {status === 'open' && (
                    <Group justify="flex-end">
                      <Button loading={retryAll.isPending} onClick={() => retryAll.mutate()}>
                        {t('incidents.retryAll')}
                      </Button>
                    </Group>
                  )}
                  {items.map((incident) => (
                    <IncidentCard
                      key={incident.id}
                      incident={incident}
                      onClose={() => setClosing(incident)}
                    />
                  ))}
                  <More of={pages} />
                </>
              )}
            </Stack>
          );
        }}
      </Answer>
      {closing && <CloseDialog incident={closing} onClose={() => setClosing(null)} />}
    </>
  );
}

type Change = { [Key in keyof IncidentFilter]: IncidentFilter[Key] | undefined };

function Filter({ filter }: { filter: IncidentFilter }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const narrow = (change: Change) => {
    const given = Object.entries({ ...filter, ...change }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    void go({ to: '/incidents', search: Object.fromEntries(given), replace: true });
  };
  return (
    <Group mb="md" align="flex-end">
      <SegmentedControl
        aria-label={t('incidents.status')}
        value={filter.status ?? 'open'}
        onChange={(status) => narrow({ status: status === 'open' ? undefined : 'resolved' })}
        data={INCIDENT_STATUSES.map((value) => ({ value, label: t(`incidents.statuses.${value}`) }))}
      />
      <Select
        label={t('incidents.kind')}
        placeholder={t('state.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('incidents.clear') }}
        w={{ base: '100%', xs: 220 }}
        data={INCIDENT_KINDS.map((value) => ({ value, label: t(`incidents.kinds.${value}`) }))}
        value={filter.kind ?? null}
        onChange={(kind) => narrow({ kind: kind ?? undefined })}
      />
      <TextInput
        label={t('incidents.search')}
        maxLength={100}
        w={{ base: '100%', xs: 240 }}
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => narrow({ q: currentTarget.value })}
      />
    </Group>
  );
}

const OUTCOMES = ['resolved', 'underWay', 'refused', 'failed'] as const;

function Outcome({ of: { counts, left } }: { of: RetriedMany }) {
  const { t } = useTranslation();
  const said = OUTCOMES.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count > 0 ? [t(`incidents.outcomes.${outcome}`, { count })] : [];
  });
  return (
    <Notice tone={left > 0 ? 'warn' : 'calm'} title={t('incidents.retriedAll')} role="status">
      <List size="sm">
        {[...said, t('incidents.left', { count: left })].map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
