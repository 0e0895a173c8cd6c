import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Notice } from '../parts/notice.js';
import { ReasonInput } from '../parts/reason-input.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { Board } from './board.js';
import type { DraftGroup } from './draft.js';
import { proposeClasses, type ClassProposal, type Member, type Sent } from './groups.js';
import { Moves } from './moves.js';
import { useDraft } from './use-draft.js';
import { Waiting } from './waiting.js';

interface Props {
  cohort: string;
  members: readonly Member[];
  onDone: (sent: Sent) => void;
  onCancel: () => void;
}

type Bounds = { minimum: number | ''; maximum: number | '' };
const orNull = (value: number | '') => (value === '' ? null : value);

/** Classes are proposed by cluster, changed by a person, and confirmed, with the reason where it is not the cluster. */
export function ArrangeClasses({ cohort, members, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [bounds, setBounds] = useState<Bounds>({ minimum: '', maximum: '' });
  const asked = { minimum: orNull(bounds.minimum), maximum: orNull(bounds.maximum) };
  const proposing = useMutation({ mutationFn: () => proposeClasses(cohort, asked) });
  return (
    <Stack>
      <Group align="flex-end">
        {(['minimum', 'maximum'] as const).map((bound) => (
          <NumberInput
            key={bound}
            label={t(`groups.${bound}`)}
            description={t('groups.sizeAbout')}
            min={1}
            allowDecimal={false}
            value={bounds[bound]}
            onChange={(value) =>
              setBounds((known) => ({ ...known, [bound]: typeof value === 'number' ? value : '' }))
            }
            w={{ base: '100%', xs: 220 }}
          />
        ))}
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
          asked={asked}
          onDone={onDone}
        />
      )}
    </Stack>
  );
}

interface ArrangingProps extends Omit<Props, 'onCancel'> {
  proposal: ClassProposal;
  asked: { minimum: number | null; maximum: number | null };
}

function Arranging({ cohort, members, proposal, asked, onDone }: ArrangingProps) {
  const { t } = useTranslation();
  const undecided = t('groups.undecided');
  const { groups, moves, move, memberOf, nameOf } = useDraft(members, () => drafted(proposal, undecided));
  const [reason, setReason] = useState('');
  const confirming = useConfirming(cohort, asked, onDone);
  const filled = groups.filter(({ members: of, value }) => of.length > 0 && value !== null);
  return (
    <Stack>
      <Text size="sm">{proposal.reason}</Text>
      {proposal.groups.map(({ key, merge }) =>
        merge ? (
          <Notice key={key} tone="warn">
            {merge.reason}
          </Notice>
        ) : null,
      )}
      <Waiting of={proposal.waiting} nameOf={nameOf} />
      <Board
        groups={groups}
        memberOf={memberOf}
        onMove={move}
        head={({ name, members: of, about }) => (
          <>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={650}>{name}</Text>
              <Text size="sm" c="gray.7">
                {t('groups.people', { count: of.length })}
              </Text>
            </Group>
            <Text size="sm" c="gray.8">
              {about}
            </Text>
          </>
        )}
      />
      <Moves of={moves} nameOf={nameOf} onBack={({ member, from }) => move(member, from)} />
      <ReasonInput
        label={t('groups.reason')}
        about={t('groups.classReasonAbout')}
        isOptional
        value={reason}
        onChange={setReason}
      />
      <Refusal of={confirming.error} />
      <Group>
        <Button
          loading={confirming.isPending}
          disabled={filled.length === 0}
          onClick={() => confirming.mutate({ groups: filled, reason: reason.trim() })}
        >
          {t('groups.confirmClasses')}
        </Button>
      </Group>
    </Stack>
  );
}

function drafted({ groups, undecided }: ClassProposal, name: string): DraftGroup[] {
  return [
    ...(undecided
      ? [{ name, members: undecided.members, about: undecided.reason, coach: null, value: null }]
      : []),
    ...groups.map((one) => ({
      ...{ name: one.name, members: one.members, about: one.reason, coach: null, value: one.value },
    })),
  ];
}

function useConfirming(cohort: string, asked: ArrangingProps['asked'], onDone: (sent: Sent) => void) {
  const { t } = useTranslation();
  const { minimum, maximum } = asked;
  return useDoing({
    send: ({ groups, reason }: { groups: DraftGroup[]; reason: string }) =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/classes/confirm', {
          params: { path: { id: cohort } },
          body: {
            groups: groups.map(({ name, value, members }) => ({
              ...{ name, members: [...members] },
              ...(value !== null && { value }),
            })),
            ...(minimum !== null && { minimum }),
            ...(maximum !== null && { maximum }),
            ...(reason !== '' && { reason }),
          },
        }),
      ),
    told: ({ accepted }) => t('groups.confirmed', { count: accepted }),
    onDone,
  });
}
