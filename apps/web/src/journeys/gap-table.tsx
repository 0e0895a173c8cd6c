import { Badge, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import type { components } from '../api/schema.js';
import { Waiting } from '../parts/answer.js';
import { FoldingPart } from '../parts/folding-part.js';
import { Wide } from '../parts/wide.js';
import { TONES } from '../parts/tones.js';
import './words.js';

type Gaps = components['schemas']['Partial_GapAnalysis'];

const COLOURS = { none: TONES.quiet, low: TONES.mild, medium: TONES.warn, high: TONES.alarm };
const Radar = lazy(() => import('./radar.js'));

/** What the post asks, what was reached, and what is missing; after the training too, once it is known. */
export function GapTable({ gaps, after }: { gaps: Gaps; after: Gaps | null }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames());
  const rows = useMemo(() => {
    const later = new Map(after?.competencies?.map(({ competency, attained }) => [competency, attained]));
    return (gaps.competencies ?? []).map((row) => ({
      ...row,
      name: names.data?.get(row.competency) ?? '',
      later: later.get(row.competency) ?? null,
    }));
  }, [gaps, after, names.data]);
  const lines = useMemo(
    () => [t('journey.standard'), t('way.before'), ...(after ? [t('journey.after')] : [])],
    [t, after],
  );
  const spokes = useMemo(
    () => rows.map(({ name, standard, attained, later }) => ({ name, values: [standard, attained, later] })),
    [rows],
  );
  return (
    <FoldingPart
      title={t('journey.gaps')}
      about={t('way.gapCount', { count: rows.filter(({ gap }) => gap > 0).length })}
    >
      <Suspense fallback={<Waiting />}>
        {names.data && (
          <Radar label={`${t('way.radar')}. ${t('way.radarAbout')}.`} lines={lines} spokes={spokes} />
        )}
      </Suspense>
      <Wide label={t('journey.gaps')} width={420}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('journey.competency')}</Table.Th>
              <Table.Th ta="right">{t('journey.standard')}</Table.Th>
              <Table.Th ta="right">{t('way.before')}</Table.Th>
              {after && <Table.Th ta="right">{t('journey.after')}</Table.Th>}
              {after && <Table.Th ta="right">{t('way.change')}</Table.Th>}
              <Table.Th>{t('journey.gap')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ competency, name, standard, attained, later, gap, severity }) => (
              <Table.Tr key={competency}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right" className="number">
                  {standard}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {attained ?? '–'}
                </Table.Td>
                {after && (
                  <Table.Td ta="right" className="number">
                    {later ?? '–'}
                  </Table.Td>
                )}
                {after && (
                  <Table.Td ta="right" className="number">
                    {later === null || attained === null ? '–' : signed(later - attained)}
                  </Table.Td>
                )}
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {gap > 0 ? (
                    <Badge color={COLOURS[severity]} style={{ flexShrink: 0 }}>
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
      </Wide>
    </FoldingPart>
  );
}

const signed = (change: number) =>
  change > 0 ? `+${String(change)}` : change < 0 ? `−${String(-change)}` : '0';
