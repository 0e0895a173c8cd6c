import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { competencyNames } from '../api/queries.js';
import { Notice } from '../parts/notice.js';
import { PersonPicker } from '../parts/person-picker.js';
import { ReasonInput } from '../parts/reason-input.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { Board } from './board.js';
import { asDrafts, type DraftGroup } from './draft.js';
import { costOf, proposeCoaching, type CoachingProposal, type Member, type Sent } from './groups.js';
import { Moves } from './moves.js';
import { useDraft } from './use-draft.js';
import { Waiting } from './waiting.js';

interface Props {
  cohort: string;
  members: readonly Member[];
  onDone: (sent: Sent) => void;
  onCancel: () => void;
}

/** Groups are proposed by gap, changed by a person who sees what each change costs, and confirmed with their coaches. */
export function ArrangeCoaching({ cohort, members, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [size, setSize] = useState<number | ''>('');
  const proposing = useMutation({ mutationFn: () => proposeCoaching(cohort, size === '' ? null : size) });
  return (
    <Stack>
      <Group align="flex-end">
        <NumberInput
          label={t('groups.size')}
          description={t('groups.sizeAbout')}
          min={1}
          max={100}
          allowDecimal={false}
          value={size}
          onChange={(value) => setSize(typeof value === 'number' ? value : '')}
          w={{ base: '100%', xs: 280 }}
        />
        <Button loading={proposing.isPending} onClick={() => proposing.mutate()}>
          {t(proposing.data ? 'groups.proposeAgain' : 'groups.propose')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('state.cancel')}
        </Button>
      </Group>
      <Refusal of={proposing.error} />
      {proposing.data && (
        <Arranging
          key={proposing.submittedAt}
          cohort={cohort}
          members={members}
          proposal={proposing.data}
          onDone={onDone}
        />
      )}
    </Stack>
  );
}

function Arranging(props: Omit<Props, 'onCancel'> & { proposal: CoachingProposal }) {
  const { cohort, members, proposal, onDone } = props;
  const { t } = useTranslation();
  const { groups, setGroups, moves, move, memberOf, nameOf } = useDraft(
    members,
    () => drafted(proposal),
    (before, journeyId, toGroup) =>
      costOf(cohort, { groups: asDrafts(before), journeyId, toGroup, size: proposal.size }),
  );
  const [reason, setReason] = useState('');
  const confirming = useConfirming(cohort, onDone);
  const filled = groups.filter((group) => group.members.length > 0);
  const isCoachMissing = filled.some(({ coach }) => coach === null);
  return (
    <Stack>
      <Text size="sm">{proposal.reason}</Text>
      {proposal.warnings.map(({ code, message }) => (
        <Notice key={code} tone="warn">
          {message}
        </Notice>
      ))}
      <Waiting of={proposal.waiting} nameOf={nameOf} />
      <Board
        groups={groups}
        memberOf={memberOf}
        onMove={move}
        head={(group) => (
          <CoachingHead
            group={group}
            proposal={proposal}
            onCoach={(coach) =>
              setGroups((known) => known.map((one) => (one.name === group.name ? { ...one, coach } : one)))
            }
          />
        )}
      />
      <Moves of={moves} nameOf={nameOf} onBack={({ member, from }) => move(member, from)} />
      <ReasonInput
        label={t('groups.reason')}
        about={t('groups.reasonAbout')}
        isOptional
        value={reason}
        onChange={setReason}
      />
      <Refusal of={confirming.error} />
      <Group>
        <Button
          loading={confirming.isPending}
          disabled={isCoachMissing}
          onClick={() => confirming.mutate({ groups: filled, reason: reason.trim() })}
        >
          {t('groups.confirm')}
        </Button>
        {isCoachMissing && <Text size="sm">{t('groups.coachMissing')}</Text>}
      </Group>
    </Stack>
  );
}

function drafted({ groups }: CoachingProposal): DraftGroup[] {
  return groups.map(({ name, members, reason }) => ({
    name,
    members,
    about: reason,
    coach: null,
    value: null,
  }));
}

function CoachingHead(props: {
  group: DraftGroup;
  proposal: CoachingProposal;
  onCoach: (coach: DraftGroup['coach']) => void;
}) {
  const { group, proposal, onCoach } = props;
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  const proposed = proposal.groups.find(({ name }) => name === group.name);
  const shared = (proposed?.signature ?? []).map((code) => names?.get(code) ?? code).join(', ');
  // Of a changed group only the list of changes tells what it is like.
  const isAsProposed =
    proposed?.members.length === group.members.length &&
    proposed.members.every((id) => group.members.includes(id));
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={650}>{group.name}</Text>
        <Text size="sm" c="gray.7">
          {t('groups.people', { count: group.members.length })}
        </Text>
      </Group>
      {isAsProposed && (
        <>
          <Text size="sm">
            {shared === '' ? t('groups.sharesNothing') : t('groups.shares', { what: shared })}
          </Text>
          <Text size="xs" c="gray.7">
            {t('groups.spread', { count: proposed.spread })}
          </Text>
        </>
      )}
      <PersonPicker
        mt="xs"
        role="coach"
        label={t('groups.coach')}
        aria-label={t('groups.coachOf', { group: group.name })}
        required
        value={group.coach}
        onChange={onCoach}
      />
    </>
  );
}

function useConfirming(cohort: string, onDone: (sent: Sent) => void) {
  const { t } = useTranslation();
  return useDoing({
    send: ({ groups, reason }: { groups: DraftGroup[]; reason: string }) =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/coaching-groups/confirm', {
          params: { path: { id: cohort } },
          body: {
            groups: groups.map(({ name, coach, members }) => ({
              name,
              coach: coach?.id ?? '',
              members: [...members],
            })),
            ...(reason !== '' && { reason }),
          },
        }),
      ),
    told: ({ accepted }) => t('groups.confirmed', { count: accepted }),
    onDone,
  });
}
