import { Select, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyView, PayloadOf } from '../actions/event-types.js';
import { PlanChanges } from '../actions/plan-changes.js';
import '../actions/words.js';
import { useToday } from '../actions/use-today.js';
import { answerOf, api } from '../api/client.js';
import { journey } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { DialogForm } from '../parts/dialog-form.js';
import { Dialog } from '../parts/dialog.js';
import { ReasonInput } from '../parts/reason-input.js';
import { useDoing } from '../parts/use-doing.js';
import type { Placement } from './placements.js';

type Change = PayloadOf<'placementRevised'>['changes'][number];

const CLASSES = { family: ['organisation', 'others', 'self'], category: ['A', 'B', 'C'] } as const;

interface Props {
  to: Placement;
  /** By what classes go; null where there are none. */
  clusterBy: string | null;
  onClose: () => void;
}

/** An objection is answered with changes of the plan, another class, or the reason why it stays. */
export function AnswerObjection({ to, clusterBy, onClose }: Props) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 48em)');
  const about = useQuery(journey(to.journeyId));
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      fullScreen={isPhone}
      title={t('placements.answerTitle', { name: to.participant.name ?? '' })}
    >
      <Answer of={about}>
        {(known) => (
          <>
            {to.objection && (
              <Text size="sm" mb="md" c="gray.8">
                “{to.objection.reason}”
              </Text>
            )}
            <Form journey={known} clusterBy={clusterBy} onClose={onClose} />
          </>
        )}
      </Answer>
    </Dialog>
  );
}

function Form(props: { journey: JourneyView; clusterBy: string | null; onClose: () => void }) {
  const { journey: of, clusterBy, onClose } = props;
  const { t } = useTranslation();
  const [changes, change] = useState<Change[]>([]);
  const [another, setAnother] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const answering = useAnswering(of, onClose);
  const today = useToday(of.cohort.zone);
  const all: Change[] = [
    ...changes,
    ...(another === null ? [] : [{ op: 'setClass' as const, class: another }]),
  ];
  return (
    <DialogForm
      confirm={t('placements.send')}
      isPending={answering.isPending}
      isBarred={reason.trim() === ''}
      error={answering.error}
      onClose={onClose}
      onSubmit={() => answering.mutate({ changes: all, reason: reason.trim() })}
    >
      <PlanChanges
        name="changes"
        label={t('placements.changes')}
        draft={{ changes }}
        journey={of}
        today={today}
        error={undefined}
        description={undefined}
        required={false}
        change={({ changes: next }) => change(next as Change[])}
      />
      {(clusterBy === 'family' || clusterBy === 'category') && (
        <Select
          label={t('placements.class')}
          placeholder={t('placements.classKept')}
          clearable
          clearButtonProps={{ 'aria-label': t('placements.classKept') }}
          data={CLASSES[clusterBy].map((value) => ({ value, label: t(`placements.classes.${value}`) }))}
          value={another}
          onChange={setAnother}
        />
      )}
      {all.length === 0 && (
        <Text size="sm" c="gray.7">
          {t('placements.noChange')}
        </Text>
      )}
      <ReasonInput label={t('placements.reason')} value={reason} onChange={setReason} />
    </DialogForm>
  );
}

function useAnswering({ id, revision }: JourneyView, onClose: () => void) {
  const { t } = useTranslation();
  return useDoing({
    send: (payload: PayloadOf<'placementRevised'>) =>
      answerOf(
        api.POST('/api/v1/journeys/{id}/events', {
          params: { path: { id } },
          // The client loses which event a payload belongs to; the payload's type is the event's own.
          body: { type: 'placementRevised', payload, expectedRevision: revision } as never,
        }),
      ),
    told: () => t('placements.answered'),
    onDone: onClose,
  });
}
