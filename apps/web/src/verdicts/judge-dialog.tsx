import { List } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { PeopleList } from '../parts/people-list.js';
import { RefusedList } from '../parts/refused-list.js';
import { say } from '../parts/say.js';
import type { Verdict } from './verdicts.js';

export type Judgement = 'confirm' | 'return';

interface Props {
  judgement: Judgement;
  people: Verdict[];
  cohortId: string;
  onClose: () => void;
  /** With those for whom it was refused. */
  onDone: (left: string[]) => void;
}

/** Confirms verdicts, or gives one back to be assessed again with the reason. */
export function JudgeDialog({ judgement, people, cohortId, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const judge = useMutation({
    mutationFn: (text: string) =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/events', {
          params: { path: { id: cohortId } },
          body: { ...eventOf(judgement, text), journeyIds: people.map(({ journeyId }) => journeyId) },
        }),
      ),
    onSuccess: async ({ accepted, refused }) => {
      if (accepted > 0) say(t(`verdicts.done.${judgement}`, { count: accepted }));
      await queries.invalidateQueries();
      onDone(refused.map(({ journeyId }) => journeyId));
    },
  });
  const refused = judge.data?.refused ?? [];
  const nameOf = (id: string) => people.find(({ journeyId }) => journeyId === id)?.participant.name ?? '';
  return (
    <Ask
      question={{
        title: t(`verdicts.ask.${judgement}`, { count: people.length }),
        label: t(`verdicts.label.${judgement}`),
        about: t(`verdicts.about.${judgement}`),
        isRequired: judgement === 'return',
        confirm: t(judgement === 'confirm' ? 'verdicts.confirm' : 'verdicts.giveBack'),
      }}
      isPending={judge.isPending}
      error={judge.error}
      onClose={onClose}
      onConfirm={(text) => judge.mutate(text)}
    >
      <PeopleList label={t('journey.title')}>
        {people.map(({ journeyId, participant, meetsStandard }) => (
          <List.Item key={journeyId}>
            {participant.name}: {t(meetsStandard === true ? 'verdicts.met' : 'verdicts.notMet')}
          </List.Item>
        ))}
      </PeopleList>
      <RefusedList
        title={t('verdicts.refused', { count: refused.length })}
        refused={refused}
        nameOf={nameOf}
      />
    </Ask>
  );
}

function eventOf(judgement: Judgement, text: string) {
  return judgement === 'confirm'
    ? { type: 'verdictConfirmed', payload: text === '' ? {} : { note: text } }
    : { type: 'verdictReturned', payload: { reason: text } };
}
