import { Badge, Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../parts/message.js';
import { Notice } from '../parts/notice.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { Wide } from '../parts/wide.js';
import { number, shortDay } from '../words/dates.js';
import { DecideDialog, type Decision } from './decide-dialog.js';
import type { Evaluation, Person } from './evaluation.js';
import { Who } from './score-grid.js';

/** Everybody who is scored in full: what the rule suggests, and a person's decision. */
export function Decisions({ cohortId, of }: { cohortId: string; of: Evaluation }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<{ decision: Decision; people: Person[] } | null>(null);
  const people = of.items.filter(({ phase }) => phase === 'deciding');
  if (people.length === 0)
    return <Message title={t('evaluation.nothingToDecide')} about={t('evaluation.nothingToDecideAbout')} />;
  const picked = people.filter(({ journeyId }) => chosen.includes(journeyId));
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const isIntegrated = of.assessmentOption === 'integrated';
  const ask = (decision: Decision) => setAsked({ decision, people: picked });
  return (
    <>
      {isIntegrated && of.mayDecide && <Notice tone="calm">{t('evaluation.integrated')}</Notice>}
      {of.mayDecide && (
        <Group mb="sm" role="group" aria-label={t('evaluation.decideChosen')}>
          {!isIntegrated && (
            <Button disabled={picked.length === 0} onClick={() => ask('passed')}>
              {t('evaluation.pass', { count: picked.length })}
            </Button>
          )}
          <Button variant="default" disabled={picked.length === 0} onClick={() => ask('deferred')}>
            {t('evaluation.defer', { count: picked.length })}
          </Button>
          <Button
            variant="subtle"
            onClick={() =>
              setChosen(
                people.filter(({ suggestion }) => suggestion === 'passed').map(({ journeyId }) => journeyId),
              )
            }
          >
            {t('evaluation.chooseSuggested')}
          </Button>
        </Group>
      )}
      <Wide label={t('evaluation.decisionTable')}>
        <Table bg="white" withTableBorder verticalSpacing="sm" aria-label={t('evaluation.decisionTable')}>
          <Table.Thead>
            <Table.Tr>
              {of.mayDecide && (
                <Table.Th w={44}>
                  <Checkbox
                    aria-label={t('evaluation.chooseAll')}
                    checked={picked.length === people.length}
                    indeterminate={picked.length > 0 && picked.length < people.length}
                    onChange={({ currentTarget }) =>
                      setChosen(currentTarget.checked ? people.map(({ journeyId }) => journeyId) : [])
                    }
                  />
                </Table.Th>
              )}
              <Table.Th>{t('journey.participant')}</Table.Th>
              <Table.Th ta="right">{t('evaluation.weighted')}</Table.Th>
              <Table.Th>{t('evaluation.suggestion')}</Table.Th>
              <Table.Th>{t('journey.by')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Table.Tr key={person.journeyId}>
                {of.mayDecide && (
                  <Table.Td>
                    <Checkbox
                      aria-label={t('evaluation.choose', { name: person.participant.name ?? '' })}
                      checked={chosen.includes(person.journeyId)}
                      onChange={() => toggle(person.journeyId)}
                    />
                  </Table.Td>
                )}
                <Table.Td>
                  <Who person={person} />
                  {isIntegrated && of.mayDecide && (
                    <PageLink to="/journeys/$id" params={{ id: person.journeyId }} size="xs">
                      {t('evaluation.toConsensus')}
                    </PageLink>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <Text fw={650} className="number">
                    {person.weighted === null ? '–' : number(person.weighted)}
                  </Text>
                  <Text size="xs" c="gray.7" className="number">
                    {sumOf(person, of)}
                  </Text>
                </Table.Td>
                <Table.Td maw={360}>
                  <Suggestion person={person} />
                </Table.Td>
                <Table.Td>
                  {person.due === null ? '–' : shortDay(person.due)}
                  {person.overdue && (
                    <div>
                      <Badge color={TONES.alarm}>{t('journey.overdue')}</Badge>
                    </div>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {asked && (
        <DecideDialog
          {...asked}
          cohortId={cohortId}
          onClose={() => setAsked(null)}
          onDone={(left) => {
            setChosen(left);
            if (left.length === 0) setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** `20% × 85 + …`: what the final score is made of. */
function sumOf({ scores }: Person, { components }: Evaluation): string {
  return components
    .map(({ component, weight }) => `${number(weight)}% × ${number(scores[component] ?? 0)}`)
    .join(' + ');
}

function Suggestion({ person: { suggestion, qualification, reason } }: { person: Person }) {
  const { t } = useTranslation();
  if (suggestion === null) return null;
  return (
    <>
      <Group gap={6}>
        <Badge color={suggestion === 'passed' ? TONES.good : TONES.warn}>
          {t(`evaluation.suggested.${suggestion}`)}
        </Badge>
        {qualification !== null && <Text size="sm">{qualification}</Text>}
      </Group>
      <Text size="xs" c="gray.7" mt={2}>
        {reason}
      </Text>
    </>
  );
}
