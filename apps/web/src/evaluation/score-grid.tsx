import { Badge, Button, Group, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { Wide } from '../parts/wide.js';
import { number, shortDay } from '../words/dates.js';
import { byNeed, isOpen, type Component, type Evaluation, type Person } from './evaluation.js';
import { ScoreCell } from './score-cell.js';
import { cellOf, useScores } from './use-scores.js';
import './evaluation.css';

const AT_ONCE = 100;
const SHOWN = ['awaited', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** The sheet of scores. Its order is made once: no row moves away from under whoever types. */
export function ScoreGrid({ cohortId, of }: { cohortId: string; of: Evaluation }) {
  const { t } = useTranslation();
  const scores = useScores(cohortId);
  const [shown, setShown] = useState<Shown>(() => (of.items.some(isWaiting) ? 'awaited' : 'all'));
  const [order, setOrder] = useState(() => orderOf(of.items, shown));
  const [q, setQ] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const byId = new Map(of.items.map((person) => [person.journeyId, person]));
  const people = order.flatMap((id) => byId.get(id) ?? []).filter((person) => matches(person, q));
  const page = people.slice(0, limit);
  const paste = (row: number, column: number, text: string) => {
    for (const [down, line] of text.trimEnd().split(/\r?\n/).entries())
      for (const [right, value] of line.split('\t').entries()) {
        const person = page[row + down];
        const component = of.components[column + right]?.component;
        if (!person || !component || !isOpen(person, component) || person.isOwnCompanion) continue;
        scores.type(cellOf(person.journeyId, component), value.trim());
        void scores.commit(person, component);
      }
  };
  return (
    <>
      <Group mb="sm" align="flex-end">
        <TextInput
          label={t('search.placeholder')}
          value={q}
          onChange={({ currentTarget }) => setQ(currentTarget.value)}
          w={{ base: '100%', xs: 240 }}
        />
        <SegmentedControl
          aria-label={t('evaluation.shown')}
          value={shown}
          onChange={(value) => {
            setShown(value as Shown);
            setOrder(orderOf(of.items, value as Shown));
          }}
          data={SHOWN.map((value) => ({ value, label: t(`evaluation.show.${value}`) }))}
        />
      </Group>
      {of.mayScore && (
        <Text size="sm" c="gray.7" mb="sm">
          {t('evaluation.howToType')}
        </Text>
      )}
      {people.length === 0 ? (
        <Message title={t('evaluation.nobody')} about={t('evaluation.nobodyAbout')} />
      ) : (
        <Wide label={t('evaluation.table')}>
          <Table
            className="scores"
            bg="white"
            withTableBorder
            verticalSpacing={6}
            aria-label={t('evaluation.table')}
          >
            <Head of={of} />
            <Table.Tbody>
              {page.map((person, row) => (
                <Table.Tr key={person.journeyId}>
                  <Table.Td>
                    <Who person={person} />
                  </Table.Td>
                  {of.components.map(({ component, name }, column) => (
                    <Table.Td key={component} className="end">
                      <ScoreCell
                        {...{ person, component, name, scores, mayScore: of.mayScore, bar: of.componentBar }}
                        onPaste={(text) => paste(row, column, text)}
                      />
                    </Table.Td>
                  ))}
                  <Table.Td className="end number">
                    {person.weighted === null ? '–' : number(person.weighted)}
                  </Table.Td>
                  <Table.Td>
                    <Stand person={person} components={of.components} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {people.length > limit && (
        <Button variant="default" mt="sm" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('state.more')}
        </Button>
      )}
    </>
  );
}

const isWaiting = ({ awaited }: Person) => awaited.length > 0;

function orderOf(items: readonly Person[], shown: Shown): string[] {
  const chosen = shown === 'all' ? items : items.filter(isWaiting);
  return [...chosen].sort(byNeed).map(({ journeyId }) => journeyId);
}

function matches({ participant: { name, nip } }: Person, q: string): boolean {
  const sought = q.trim().toLocaleLowerCase();
  return sought === '' || (name ?? '').toLocaleLowerCase().includes(sought) || (nip ?? '').startsWith(sought);
}

function Head({ of }: { of: Evaluation }) {
  const { t } = useTranslation();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('journey.participant')}</Table.Th>
        {of.components.map(({ component, name, weight }) => (
          <Table.Th key={component} className="end">
            <span>{name.charAt(0).toUpperCase() + name.slice(1)}</span>
            <Text size="xs" c="gray.7" fw={400}>
              {t('evaluation.weight', { weight: number(weight) })}
            </Text>
          </Table.Th>
        ))}
        <Table.Th className="end">{t('evaluation.weighted')}</Table.Th>
        <Table.Th>{t('evaluation.standing')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

export function Who({
  person: { journeyId, participant, agency },
}: {
  person: Pick<Person, 'journeyId' | 'participant' | 'agency'>;
}) {
  return (
    <>
      <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600} size="sm">
        {participant.name}
      </PageLink>
      <Text size="xs" c="gray.7">
        {agency}
      </Text>
    </>
  );
}

function Stand({ person, components }: { person: Person; components: Evaluation['components'] }) {
  const { t } = useTranslation();
  const { phase, awaited, due, overdue, isOwnCompanion, qualification } = person;
  const nameOf = (component: Component) => components.find((one) => one.component === component)?.name ?? '';
  return (
    <>
      <Group gap={6}>
        {overdue && awaited.length > 0 && <Badge color={TONES.alarm}>{t('journey.overdue')}</Badge>}
        <Text size="sm">{t(`evaluation.phase.${phase}`, { count: awaited.length })}</Text>
      </Group>
      {phase === 'remedial' && (
        <Text size="xs" c="gray.7">
          {t('evaluation.remedialFor', { components: person.remedialFor.map(nameOf).join(', ') })}
        </Text>
      )}
      {phase === 'deciding' && qualification !== null && (
        <Text size="xs" c="gray.7">
          {qualification}
        </Text>
      )}
      {due !== null && awaited.length > 0 && (
        <Text size="xs" c="gray.7">
          {t('evaluation.by', { day: shortDay(due) })}
        </Text>
      )}
      {isOwnCompanion && (
        <Text size="xs" c="gray.7">
          {t('evaluation.ownCompanion')}
        </Text>
      )}
    </>
  );
}
