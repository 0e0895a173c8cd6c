import { List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { Part } from '../parts/part.js';
import { RefusedList } from '../parts/refused-list.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import { grouped, type Move, type MovedGroup } from './move.js';

/** What a move does or did: deadlines by kind with whose they are, sessions, who is told, and what stays. */
export function MoveReport(props: { of: Move; title: string; movesSessions: boolean }) {
  const { t } = useTranslation();
  const { of, title, movesSessions } = props;
  const { moved, standing, notices, sessions, clashes, refused, journeys } = of;
  const moving = movesSessions ? sessions.filter(({ to }) => to !== null) : [];
  const outside = sessions.filter((one) => one.outside && !moving.includes(one));
  const warned = moving.filter(({ warnings }) => warnings.length > 0);
  const name = (one: Move['sessions'][number]) => one.title ?? one.courseName ?? t(`dates.kind.${one.kind}`);
  return (
    <Part title={title}>
      <Stack gap="sm">
        <Text>
          {t('dates.counts', {
            people: journeys,
            deadlines: moved.length,
            sessions: moving.length,
            notices: notices.total,
          })}
        </Text>
        {clashes.length > 0 && (
          <Notice tone="alarm" title={t('dates.clashes', { count: clashes.length })}>
            <List size="sm">
              {clashes.map(({ message, from }) => (
                <List.Item key={`${message}${from}`}>{message}</List.Item>
              ))}
            </List>
          </Notice>
        )}
        {outside.length > 0 && (
          <Notice tone="warn" title={t('dates.outside', { count: outside.length })}>
            <List size="sm">
              {outside.map((one) => (
                <List.Item key={one.id}>
                  {name(one)}: {shortDay(one.from.date)}, {one.from.time}
                </List.Item>
              ))}
            </List>
          </Notice>
        )}
        {warned.length > 0 && (
          <Notice tone="warn" title={t('dates.warned', { count: warned.length })}>
            <List size="sm">
              {warned.flatMap((one) =>
                one.warnings.map(({ message }) => (
                  <List.Item key={`${one.id}${message}`}>
                    {name(one)}: {message}
                  </List.Item>
                )),
              )}
            </List>
          </Notice>
        )}
        <RefusedList
          title={t('dates.refused', { count: refused.length })}
          refused={refused}
          nameOf={(id) =>
            [...moved, ...standing].find(({ journeyId }) => journeyId === id)?.participant ?? ''
          }
        />
        {moved.length > 0 && <Deadlines title={t('dates.deadlines')} groups={grouped(moved)} />}
        {moving.length > 0 && (
          <details>
            <Text component="summary" size="sm" fw={600}>
              {t('dates.sessions', { count: moving.length })}
            </Text>
            <List size="sm" mt={4}>
              {moving.map((one) => (
                <List.Item key={one.id}>
                  {name(one)}: {shortDay(one.from.date)} → {one.to && shortDay(one.to.date)}, {one.to?.time}
                </List.Item>
              ))}
            </List>
          </details>
        )}
        {standing.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('dates.standing', { count: standing.length })}
            </Text>
            <Text size="sm">
              {grouped(standing)
                .map(({ label, lines }) =>
                  t('dates.standingLine', {
                    label,
                    day: daysOf(lines.map(({ from }) => from)),
                    count: lines.length,
                  }),
                )
                .join('; ')}
            </Text>
          </div>
        )}
      </Stack>
    </Part>
  );
}

function Deadlines({ title, groups }: { title: string; groups: MovedGroup[] }) {
  const { t } = useTranslation();
  return (
    <Wide label={title}>
      <Table withTableBorder verticalSpacing={6} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th>{t('dates.now')}</Table.Th>
            <Table.Th>{t('dates.becomes')}</Table.Th>
            <Table.Th>{t('dates.whose')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ name, label, lines }) => (
            <Table.Tr key={name}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>{daysOf(lines.map(({ from }) => from))}</Table.Td>
              <Table.Td>{daysOf(lines.flatMap(({ to }) => to ?? [])) || t('dates.dropped')}</Table.Td>
              <Table.Td>
                <details>
                  <summary>{t('cohort.people', { count: lines.length })}</summary>
                  <Text size="sm">{lines.map(({ participant }) => participant).join(', ')}</Text>
                </details>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** One day, or the first and the last of several. */
function daysOf(instants: string[]): string {
  const days = [...new Set(instants.map((one) => one.slice(0, 10)))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`;
}
