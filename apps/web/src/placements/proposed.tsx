import { Button, Checkbox, Group, List, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/problem.js';
import { Ask } from '../parts/ask.js';
import { useAttempt } from '../parts/attempt.js';
import { Notice } from '../parts/notice.js';
import { say } from '../parts/say.js';
import { PlacementLine } from './placement-line.js';
import { confirmPlacements, type Confirmation, type Placement } from './placements.js';

interface Said {
  journeyId: string;
  name: string;
  detail: string;
}

/** What waits to be confirmed: some or all at once, and whoever cannot be is named with the reason. */
export function Proposed({ cohort, items }: { cohort: string; items: Placement[] }) {
  const { t } = useTranslation();
  const [q, search] = useState('');
  const [isWithoutGap, onlyWithoutGap] = useState(false);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [refused, refuse] = useState<Said[]>([]);
  const shown = items.filter(
    ({ participant: { name }, directAssessment }) =>
      (name ?? '').toLowerCase().includes(q.trim().toLowerCase()) && (!isWithoutGap || directAssessment),
  );
  // Whoever was confirmed meanwhile is not chosen any more.
  const taken = items.filter(({ journeyId }) => chosen.has(journeyId));
  const isAll = shown.length > 0 && shown.every(({ journeyId }) => chosen.has(journeyId));
  const toggle = (ids: string[], isIn: boolean) =>
    choose((known) => {
      const next = new Set(known);
      for (const id of ids)
        if (isIn) next.add(id);
        else next.delete(id);
      return next;
    });
  return (
    <>
      <NotConfirmed of={refused} />
      <Group mb="sm" align="flex-end">
        <TextInput
          label={t('placements.search')}
          value={q}
          onChange={({ currentTarget }) => search(currentTarget.value)}
          w={{ base: '100%', xs: 260 }}
        />
        <Switch
          mb={8}
          label={t('placements.onlyWithoutGap')}
          checked={isWithoutGap}
          onChange={({ currentTarget }) => onlyWithoutGap(currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 ? (
        <Text c="gray.7">{t('placements.noneFit')}</Text>
      ) : (
        <>
          <Checkbox
            mb="xs"
            ml="md"
            label={t('placements.chooseAll', { count: shown.length })}
            checked={isAll}
            indeterminate={!isAll && shown.some(({ journeyId }) => chosen.has(journeyId))}
            onChange={() =>
              toggle(
                shown.map(({ journeyId }) => journeyId),
                !isAll,
              )
            }
          />
          <ul className="placements">
            {shown.map((one) => (
              <li key={one.journeyId}>
                <Group wrap="nowrap" align="flex-start">
                  <Checkbox
                    mt={2}
                    aria-label={t('placements.choose', { name: one.participant.name ?? '' })}
                    checked={chosen.has(one.journeyId)}
                    onChange={({ currentTarget }) => toggle([one.journeyId], currentTarget.checked)}
                  />
                  <PlacementLine of={one} />
                </Group>
              </li>
            ))}
          </ul>
        </>
      )}
      {taken.length > 0 && <ChosenBar cohort={cohort} chosen={taken} onRefused={refuse} />}
    </>
  );
}

function NotConfirmed({ of }: { of: Said[] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <Notice tone="warn" mb="md" role="alert" title={t('placements.refused', { count: of.length })}>
      <List size="sm">
        {of.map(({ journeyId, name, detail }) => (
          <List.Item key={journeyId}>
            <strong>{name}:</strong> {detail}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}

function ChosenBar(props: { cohort: string; chosen: Placement[]; onRefused: (refused: Said[]) => void }) {
  const { cohort, chosen, onRefused } = props;
  const { t } = useTranslation();
  const [asks, ask] = useState<'confirm' | 'direct' | null>(null);
  const confirming = useConfirming(cohort, chosen, onRefused, () => ask(null));
  const count = chosen.length;
  const mayBeDirect = chosen.every(({ directAssessment }) => directAssessment);
  const isDirect = asks === 'direct';
  return (
    <Group className="chosen-bar" justify="space-between">
      <Text fw={600} role="status">
        {t('placements.chosen', { count })}
      </Text>
      <Group gap="xs">
        <Button onClick={() => ask('confirm')}>{t('placements.confirm')}</Button>
        <Button
          variant="default"
          disabled={!mayBeDirect}
          title={t('placements.directAbout')}
          onClick={() => ask('direct')}
        >
          {t('placements.direct')}
        </Button>
      </Group>
      {asks !== null && (
        <Ask
          question={{
            title: t(isDirect ? 'placements.directTitle' : 'placements.confirmTitle', { count }),
            label: t('placements.note'),
            confirm: t(isDirect ? 'placements.direct' : 'placements.confirm'),
          }}
          isPending={confirming.isPending}
          error={confirming.error}
          onClose={() => ask(null)}
          onConfirm={(note) =>
            confirming.mutate({
              journeyIds: chosen.map(({ journeyId }) => journeyId),
              note,
              directAssessment: isDirect,
            })
          }
        >
          <Text size="sm">{t(isDirect ? 'placements.directTold' : 'placements.confirmAbout')}</Text>
        </Ask>
      )}
    </Group>
  );
}

function useConfirming(
  cohort: string,
  chosen: Placement[],
  onRefused: (refused: Said[]) => void,
  onDone: () => void,
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { headers, renew } = useAttempt();
  const names = new Map(chosen.map(({ journeyId, participant }) => [journeyId, participant.name ?? '']));
  return useMutation({
    mutationFn: (confirmation: Confirmation) => confirmPlacements(cohort, confirmation, headers),
    onError: (error) => {
      if (error instanceof Refused) renew();
    },
    onSuccess: async ({ accepted, refused }) => {
      renew();
      onDone();
      say(t('placements.done', { count: accepted }));
      onRefused(
        refused.map(({ journeyId, detail }) => ({ journeyId, name: names.get(journeyId) ?? '', detail })),
      );
      await queries.invalidateQueries();
    },
  });
}
