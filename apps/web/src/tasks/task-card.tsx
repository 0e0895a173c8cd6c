import { Badge, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { daysBetween } from '../words/days.js';
import type { Shelf } from './task-filter.js';
import type { TaskView } from './task-queries.js';

interface Props {
  task: TaskView;
  shelf: Shelf;
  now: string;
  me: string;
}

/** One task: of whom, what, by when, and who has it. All of it is the link. */
export function TaskCard({ task, shelf, now, me }: Props) {
  const { id, label, participant, cohortName, due } = task;
  return (
    <li>
      <Link to="/tasks/$id" params={{ id }} className="task-card">
        <Card withBorder padding="sm">
          <Group justify="space-between" gap="xs" align="flex-start">
            <div>
              <Text fw={650}>{participant.name}</Text>
              <Text>{label}</Text>
              <Text size="sm" c="gray.7">
                {cohortName}
              </Text>
            </div>
            <Group gap={6}>
              <Holder task={task} me={me} />
              <Due due={due} shelf={shelf} now={now} />
            </Group>
          </Group>
        </Card>
      </Link>
    </li>
  );
}

function Holder({
  task: { status, assignee, deputy, assigneeName, deputyName, followUp },
  me,
}: {
  task: TaskView;
  me: string;
}) {
  const { t } = useTranslation();
  const isMine = deputy === null ? assignee === me : deputy === me;
  return (
    <>
      {followUp !== null && (
        <Badge variant="light" color="gray" c="gray.9">
          {t('tasks.deferredTo', { day: dayInWords(followUp) })}
        </Badge>
      )}
      {status === 'claimed' && (
        <Badge variant="outline" color={TONES.calm}>
          {isMine
            ? t('tasks.mine')
            : t('tasks.heldBy', { name: deputyName ?? assigneeName ?? t('tasks.another') })}
        </Badge>
      )}
    </>
  );
}

/** How long ago or how soon, with the day itself. */
function Due({ due, shelf, now }: Pick<Props, 'shelf' | 'now'> & { due: string | null }) {
  const { t } = useTranslation();
  if (due === null) return null;
  const days = daysBetween(now, due);
  const isLate = days < 0 && shelf !== 'waiting';
  return (
    <Group gap={6}>
      {isLate && <Badge color={TONES.alarm}>{t('tasks.late', { count: -days })}</Badge>}
      {days === 0 && <Badge color={TONES.warn}>{t('tasks.shelf.today')}</Badge>}
      <Text size="sm" c="gray.8" className="number">
        {dayInWords(due)}
      </Text>
    </Group>
  );
}
