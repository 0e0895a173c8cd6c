import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { clock, cohort } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { Notice } from '../parts/notice.js';
import { PageLink } from '../parts/page-link.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { useTabTitle } from '../parts/tab-title.js';
import { longDay } from './day-words.js';
import { nameOf, register, type Register } from './timetable.js';
import './register.css';
import './words.js';

/** Who came to one session: a tap a person, or one for the whole class. */
export function RegisterPage() {
  const { id, session } = useParams({ strict: false }) as { id: string; session: string };
  const found = useQuery(register(id, session));
  return <Answer of={found}>{(known) => <Marking key={session} cohortId={id} of={known} />}</Answer>;
}

type Mark = { present: boolean; note: string };
type Marks = Record<string, Mark>;
type Line = Register['items'][number];

const savedMark = ({ present, note }: Line): Mark | undefined =>
  present === null ? undefined : { present, note: note ?? '' };

function Marking({ cohortId, of }: { cohortId: string; of: Register }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: time } = useQuery(clock());
  const [marks, setMarks] = useState<Marks>({});
  const { session, items } = of;
  const title = t('timetable.registerTitle', { name: nameOf(session, t) });
  const cohortName = useQuery(cohort(cohortId)).data?.name;
  useTabTitle([title, `${longDay(session.date)} ${session.time}`, cohortName]);
  const isAhead = Date.parse(session.startsAt) > (time ? Date.parse(time.now) : Date.now());
  const markOf = (line: Line) => marks[line.journeyId] ?? savedMark(line);
  const mark = (journeyId: string, change: Mark) => setMarks({ ...marks, [journeyId]: change });
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/timetable/{sessionId}/attendance', {
          params: { path: { id: cohortId, sessionId: session.id } },
          body: Object.entries(marks).map(([journeyId, { present, note }]) => ({
            ...{ journeyId, present, note: note.trim() === '' ? null : note.trim() },
          })),
        }),
      ),
    onSuccess: async () => {
      setMarks({});
      say(t('timetable.marked'));
      await queries.invalidateQueries();
    },
  });
  const count = (present: boolean | undefined) =>
    items.filter((line) => markOf(line)?.present === present).length;
  const open = items.filter((line) => markOf(line) === undefined);
  const changed = Object.keys(marks).length;
  return (
    <Stack gap="sm">
      <div>
        <PageLink to="/cohorts/$id/timetable" params={{ id: cohortId }} size="sm">
          {t('timetable.back')}
        </PageLink>
        <Title order={2} size="h4" mt={4}>
          {title}
        </Title>
        <Text size="sm" c="gray.7">
          {longDay(session.date)}, {session.time}
        </Text>
      </div>
      {isAhead && <Notice tone="calm">{t('timetable.notYet')}</Notice>}
      {items.length === 0 ? (
        <Message title={t('timetable.noOne')} about={t('timetable.noOneAbout')} />
      ) : (
        <>
          <Group justify="space-between">
            <Text role="status">
              {t('timetable.tally', { present: count(true), absent: count(false), open: count(undefined) })}
            </Text>
            <Button
              variant="default"
              disabled={isAhead || open.length === 0}
              onClick={() =>
                setMarks({
                  ...marks,
                  ...Object.fromEntries(
                    open.map(({ journeyId }) => [journeyId, { present: true, note: '' }]),
                  ),
                })
              }
            >
              {t('timetable.allPresent', { count: open.length })}
            </Button>
          </Group>
          <ul className="register" aria-label={t('timetable.people')}>
            {items.map((line) => (
              <Row
                key={line.journeyId}
                line={line}
                mark={markOf(line)}
                isAhead={isAhead}
                onMark={(change) => mark(line.journeyId, change)}
              />
            ))}
          </ul>
          <div className="register-save">
            <Refusal of={save.error} />
            <Button fullWidth disabled={changed === 0} loading={save.isPending} onClick={() => save.mutate()}>
              {t('timetable.saveMarks', { count: changed })}
            </Button>
          </div>
        </>
      )}
    </Stack>
  );
}

function Row(props: { line: Line; mark: Mark | undefined; isAhead: boolean; onMark: (mark: Mark) => void }) {
  const { t } = useTranslation();
  const { line, mark, isAhead, onMark } = props;
  const name = line.participant.name ?? '';
  const choice = (present: boolean) => (
    <Button
      variant={mark?.present === present ? 'filled' : 'default'}
      {...(mark?.present === present && !present && { color: 'red.9' })}
      aria-pressed={mark?.present === present}
      disabled={isAhead}
      onClick={() => onMark({ present, note: mark?.note ?? '' })}
    >
      {t(present ? 'timetable.present' : 'timetable.absent')}
    </Button>
  );
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" role="group" aria-label={name}>
        <div>
          <Text fw={600}>{name}</Text>
          {!line.expected && (
            <Text size="xs" c="gray.7">
              {t('timetable.guest')}
            </Text>
          )}
        </div>
        <Group gap={6} wrap="nowrap">
          {choice(true)}
          {choice(false)}
        </Group>
      </Group>
      {mark?.present === false && (
        <TextInput
          mt={6}
          size="sm"
          label={t('timetable.noteOf', { name })}
          maxLength={1000}
          value={mark.note}
          onChange={({ currentTarget }) => onMark({ present: false, note: currentTarget.value })}
        />
      )}
    </li>
  );
}
