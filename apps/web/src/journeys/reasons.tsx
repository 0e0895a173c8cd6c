import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import { dayInWords, number } from '../words/dates.js';
import { inNames } from './in-names.js';
import type { Decision } from './queries.js';
import './words.js';

interface Level {
  competency: string;
  standard: number;
  attained: number | null;
}

/** What an automatic decision stands on: its rule, its numbers, and the smallest change that would turn it. */
export function Reasons({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const { rule, flip, appeal } = decision;
  const names = useQuery(competencyNames()).data;
  const until = appeal.until === null ? null : dayInWords(appeal.until);
  return (
    <details>
      <Text component="summary" size="sm" c="river.8" style={{ cursor: 'pointer' }}>
        {t('way.why')}
      </Text>
      <Box pl="sm" mt={4} style={{ borderLeft: '3px solid #d3e5ee' }}>
        <Line title={t('way.rule')}>
          {rule.text} {t('way.source', { source: rule.source })}
          {rule.illustrative === true && ` · ${t('way.illustrative')}`}
        </Line>
        <Numbers numbers={decision.numbers} />
        {flip && <Line title={t('way.flip')}>{inNames(flip.text, names)}</Line>}
        <Line title={t('way.appeal')}>
          {appeal.text}
          {until !== null && !appeal.text.includes(until) && ` (${until})`}
        </Line>
      </Box>
    </details>
  );
}

function Line({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Text size="sm" mb={4} component="div">
      <strong>{title}:</strong> {children}
    </Text>
  );
}

function Numbers({ numbers }: { numbers: Decision['numbers'] }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames());
  const levels = levelsIn(numbers);
  const percent =
    numbers['percent'] ?? (numbers['jobPersonMatch'] as { percent?: number } | undefined)?.percent;
  if (levels.length === 0 && percent === undefined) return null;
  const told = levels.map(
    ({ competency, standard, attained }) =>
      `${names.data?.get(competency) ?? ''} ${attained === null ? '–' : String(attained)}/${String(standard)}`,
  );
  return (
    <Line title={t('way.numbers')}>
      {told.join(', ')}
      {typeof percent === 'number' && ` (${number(percent)}%)`}
    </Line>
  );
}

function levelsIn(numbers: Decision['numbers']): Level[] {
  const found = numbers['targets'] ?? numbers['competencies'];
  return Array.isArray(found) ? found.filter(isLevel) : [];
}

function isLevel(value: unknown): value is Level {
  return typeof value === 'object' && value !== null && 'competency' in value && 'standard' in value;
}
