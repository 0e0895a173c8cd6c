import { Button, Checkbox, Group, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../parts/ask.js';
import { say } from '../parts/say.js';
import { PlacementLine } from './placement-line.js';
import { confirmPlacements, type Confirmation, type Placement } from './placements.js';

/** Somebody whose placement was not confirmed, and why. */
export interface NotConfirmed {
  journeyId: string;
  name: string;
  detail: string;
}

interface Props {
  cohort: string;
  items: Placement[];
  /** Whoever was refused leaves the list, maybe as its last: who is named so stays on the page beyond it. */
  onRefused: (refused: NotConfirmed[]) => void;
}

/** What waits to be confirmed: some or all at once. */
export function Proposed({ cohort, items, onRefused }: Props) {
  const { t } = useTranslation();
  const [q, search] = useState('');
  const [isWithoutGap, onlyWithoutGap] = useState(false);
  const [chosen, choose] = useState<ReadonlyMap<string, Placement>>(new Map());
  const shown = items.filter(
    ({ participant: { name }, directAssessment }) =>
      (name ?? '').toLowerCase().includes(q.trim().toLowerCase()) && (!isWithoutGap || directAssessment),
  );
  const isAll = shown.length > 0 && shown.every(({ journeyId }) => chosen.has(journeyId));
  const toggle = (some: Placement[], isIn: boolean) =>
    choose((known) => {
      const next = new Map(known);
      for (const one of some)
        if (isIn) next.set(one.journeyId, one);
        else next.delete(one.journeyId);
      return next;
    });
  return (
    <>
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
            onChange={() => toggle(shown, !isAll)}
          />
          <ul className="placements">
            {shown.map((one) => (
              <li key={one.journeyId}>
                <Group wrap="nowrap" align="flex-start">
                  <Checkbox
                    mt={2}
                    aria-label={t('placements.choose', { name: one.participant.name ?? '' })}
                    checked={chosen.has(one.journeyId)}
                    onChange={({ currentTarget }) => toggle([one], currentTarget.checked)}
                  />
                  <PlacementLine of={one} />
                </Group>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen.size > 0 && (
        <ChosenBar
          cohort={cohort}
          chosen={[...chosen.values()]}
          onDone={(refused) => {
            choose(new Map());
            onRefused(refused);
          }}
        />
      )}
    </>
  );
}

function ChosenBar(props: {
  cohort: string;
  /** As they stood when they were chosen: somebody faster may have changed the list since, and is told of. */
  chosen: Placement[];
  onDone: (refused: NotConfirmed[]) => void;
}) {
  const { cohort, chosen, onDone } = props;
  const { t } = useTranslation();
  const [asks, ask] = useState<'confirm' | 'direct' | null>(null);
  const confirming = useConfirming(cohort, chosen, onDone);
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

function useConfirming(cohort: string, chosen: Placement[], onDone: (refused: NotConfirmed[]) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const names = new Map(chosen.map(({ journeyId, participant }) => [journeyId, participant.name ?? '']));
  return useMutation({
    mutationFn: (confirmation: Confirmation) => confirmPlacements(cohort, confirmation),
    onSuccess: async ({ accepted, refused }) => {
      say(t('placements.done', { count: accepted }));
      onDone(
        refused.map(({ journeyId, detail }) => ({ journeyId, name: names.get(journeyId) ?? '', detail })),
      );
      await queries.invalidateQueries();
    },
  });
}
