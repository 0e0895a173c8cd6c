import { Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { RuleNote } from '../parts/rule-note.js';
import { UnreadableNote } from '../parts/unreadable-note.js';
import { Decisions } from './decisions.js';
import { evaluation, type Evaluation } from './evaluation.js';
import { Remedials } from './remedials.js';
import { PARTS, type EvaluationPart } from './routes.js';
import { ScoreGrid } from './score-grid.js';
import './words.js';

/** The final evaluation of a cohort: scores, what is decided on them, and what is made up for. */
export function EvaluationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery(evaluation(id));
  return <Answer of={found}>{(known) => <Parts cohortId={id} of={known} />}</Answer>;
}

function Parts({ cohortId, of }: { cohortId: string; of: Evaluation }) {
  const { t } = useTranslation();
  const { part = 'scores' } = useSearch({ strict: false }) as { part?: EvaluationPart };
  const go = useNavigate();
  if (of.items.length === 0)
    return of.unreadable.length > 0 ? (
      <UnreadableNote people={of.unreadable} />
    ) : (
      <Message title={t('cohort.emptyBoard')} />
    );
  const counts = countsOf(of);
  return (
    <>
      <UnreadableNote people={of.unreadable} />
      <Summary of={of} />
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(value) =>
          void go({
            to: '/cohorts/$id/evaluation',
            params: { id: cohortId },
            search: { part: (value ?? 'scores') as EvaluationPart },
            replace: true,
          })
        }
      >
        <Tabs.List mb="md">
          {PARTS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`evaluation.part.${name}`, { count: counts[name] })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="scores">
          <ScoreGrid cohortId={cohortId} of={of} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions">
          <Decisions cohortId={cohortId} of={of} />
        </Tabs.Panel>
        <Tabs.Panel value="remedials">
          <Remedials of={of} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function countsOf({ items }: Evaluation): Record<EvaluationPart, number> {
  return {
    scores: items.reduce((sum, { awaited }) => sum + awaited.length, 0),
    decisions: items.filter(({ phase }) => phase === 'deciding').length,
    remedials: items.filter(({ phase }) => phase === 'remedial').length,
  };
}

const PHASES = ['passed', 'deciding', 'scoring', 'remedial', 'ahead', 'left'] as const;

function Summary({ of: { items, rule } }: { of: Evaluation }) {
  const { t } = useTranslation();
  const counted = PHASES.map((phase) => ({
    phase,
    count: items.filter((one) => one.phase === phase).length,
  }));
  const said = counted.filter(({ count }) => count > 0);
  return (
    <>
      <Text mb={4}>
        {said.map(({ phase, count }) => t(`evaluation.count.${phase}`, { count })).join(' · ')}
      </Text>
      <RuleNote rule={rule} />
    </>
  );
}
