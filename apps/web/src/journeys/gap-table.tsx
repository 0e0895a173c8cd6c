import { Badge, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import type { components } from '../api/schema.js';
import { TONES } from '../parts/tones.js';
import { Part } from '../parts/part.js';

type Gaps = components['schemas']['Partial_GapAnalysis'];

const COLOURS = { none: TONES.quiet, low: TONES.mild, medium: TONES.warn, high: TONES.alarm };

/** What the post asks, what was reached, and what is missing; after the training too, once it is known. */
export function GapTable({ gaps, after }: { gaps: Gaps; after: Gaps | null }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames());
  const later = new Map(after?.competencies?.map(({ competency, attained }) => [competency, attained]));
  return (
    <Part title={t('journey.gaps')}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('journey.competency')}</Table.Th>
            <Table.Th ta="right">{t('journey.standard')}</Table.Th>
            <Table.Th ta="right">{t('journey.attained')}</Table.Th>
            {after && <Table.Th ta="right">{t('journey.after')}</Table.Th>}
            <Table.Th>{t('journey.gap')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(gaps.competencies ?? []).map(({ competency, standard, attained, gap, severity }) => (
            <Table.Tr key={competency}>
              <Table.Td>{names.data?.get(competency) ?? competency}</Table.Td>
              <Table.Td ta="right" className="number">
                {standard}
              </Table.Td>
              <Table.Td ta="right" className="number">
                {attained ?? '–'}
              </Table.Td>
              {after && (
                <Table.Td ta="right" className="number">
                  {later.get(competency) ?? '–'}
                </Table.Td>
              )}
              <Table.Td>
                {gap > 0 ? (
                  <Badge color={COLOURS[severity]}>
                    {gap} · {t(`severity.${severity}`)}
                  </Badge>
                ) : (
                  <Text size="sm" c="gray.7">
                    {t('severity.none')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
