import { Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JourneyView } from '../actions/event-types.js';
import { sensibleCompetencies, type SensibleCompetency } from '../actions/sensible.js';
import { COLUMNS, useGuidance } from '../actions/use-guidance.js';
import { competencyNames } from '../api/queries.js';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';

const COLOURS = { none: TONES.quiet, low: TONES.mild, medium: TONES.warn, high: TONES.alarm };

/** This person's gaps, and for exactly those what the matrix offers for the next level. */
export function GapGuidance({ journey }: { journey: JourneyView }) {
  const { t } = useTranslation();
  const lines = sensibleCompetencies(journey).filter(
    ({ attained, standard }) => standard !== null && (attained ?? 0) < standard,
  );
  if (lines.length === 0) return null;
  return (
    <Part title={t('tasks.gaps')}>
      <Stack gap={4}>
        {lines.map((line) => (
          <Guided key={line.competency} line={line} journey={journey} />
        ))}
      </Stack>
    </Part>
  );
}

function Guided({ line, journey }: { line: SensibleCompetency; journey: JourneyView }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  const { competency, attained, standard } = line;
  const cell = useGuidance(journey, competency);
  const severity = journey.gaps?.competencies?.find((one) => one.competency === competency)?.severity;
  return (
    <details className="fold">
      <summary>
        {names?.get(competency) ?? competency}{' '}
        {severity && severity !== 'none' && (
          <Badge color={COLOURS[severity]}>{t(`severity.${severity}`)}</Badge>
        )}{' '}
        <Text component="span" size="sm" c="gray.7" className="number">
          {t('actions.levelOf', { attained: attained ?? '–', standard })}
        </Text>
      </summary>
      {cell && (
        <Stack gap={6} pb="sm">
          <Text size="sm" c="gray.7">
            {t('tasks.towards', { level: Math.min(5, (attained ?? 0) + 1) })}
          </Text>
          {COLUMNS.filter((column) => cell[column].length > 0).map((column) => (
            <Text key={column} size="sm">
              <Text component="span" fw={600}>
                {t(`actions.ksa.${column}`)}:
              </Text>{' '}
              {cell[column].join('; ')}
            </Text>
          ))}
        </Stack>
      )}
    </details>
  );
}
