import { List } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { Notice } from '../parts/notice.js';
import { PeopleList } from '../parts/people-list.js';
import { RefusedList } from '../parts/refused-list.js';
import { say } from '../parts/say.js';
import { number } from '../words/dates.js';
import type { Person } from './evaluation.js';

export type Decision = 'passed' | 'deferred';

interface Props {
  decision: Decision;
  people: Person[];
  cohortId: string;
  onClose: () => void;
  /** With those who could not be decided on. */
  onDone: (left: string[]) => void;
}

/** Says whom a decision is about and where it differs from what the rule suggests, before it is taken. */
export function DecideDialog({ decision, people, cohortId, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const allowed = decision === 'deferred' ? people.filter(({ mayDefer }) => mayDefer) : people;
  const barred = people.filter((person) => !allowed.includes(person));
  const against = allowed.filter(({ suggestion }) => suggestion !== decision);
  const decide = useMutation({
    mutationFn: (note: string) =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/events', {
          params: { path: { id: cohortId } },
          body: {
            type: 'graduationDecided',
            payload: { decision, note },
            journeyIds: allowed.map(({ journeyId }) => journeyId),
          },
        }),
      ),
    onSuccess: async ({ accepted, refused }) => {
      if (accepted > 0) say(t(`evaluation.decided.${decision}`, { count: accepted }));
      await queries.invalidateQueries();
      onDone(refused.map(({ journeyId }) => journeyId));
    },
  });
  const refused = decide.data?.refused ?? [];
  const nameOf = (id: string) => people.find(({ journeyId }) => journeyId === id)?.participant.name ?? '';
  const isNoteRequired = decision === 'deferred' || against.length > 0;
  return (
    <Ask
      question={{
        title: t(`evaluation.ask.${decision}`, { count: allowed.length }),
        label: t('evaluation.note'),
        about: t(isNoteRequired ? 'evaluation.noteRequired' : 'evaluation.noteAbout'),
        isRequired: isNoteRequired,
        confirm: t(`evaluation.confirm.${decision}`),
      }}
      isPending={decide.isPending}
      error={decide.error}
      isBarred={allowed.length === 0}
      onClose={onClose}
      onConfirm={(note) => decide.mutate(note)}
    >
      <PeopleList label={t('evaluation.people')}>
        {allowed.map(({ journeyId, participant, weighted }) => (
          <List.Item key={journeyId}>
            {participant.name} · {weighted === null ? '–' : number(weighted)}
          </List.Item>
        ))}
      </PeopleList>
      {against.length > 0 && (
        <Notice tone="warn" title={t('evaluation.against', { count: against.length })}>
          {against.map(({ participant }) => participant.name).join(', ')}
        </Notice>
      )}
      {barred.length > 0 && (
        <Notice tone="warn" title={t('evaluation.noMoreRemedials')}>
          {barred.map(({ participant }) => participant.name).join(', ')}
        </Notice>
      )}
      <RefusedList
        title={t('evaluation.refused', { count: refused.length })}
        refused={refused}
        nameOf={nameOf}
      />
    </Ask>
  );
}
