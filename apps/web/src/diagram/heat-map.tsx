import { Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { Wide } from '../parts/wide.js';
import { number } from '../words/dates.js';
import type { CohortDiagram, NodeLook } from './picture.js';
import { PictureFrame } from './picture-frame.js';
import { cohortDiagram } from './queries.js';
import { Statechart } from './statechart.js';
import './words.js';

/** Where a cohort's people are and how long they stay, on the picture of the way; each box leads to its people. */
export function HeatMap({ id }: { id: string }) {
  const diagram = useQuery(cohortDiagram(id));
  return <Answer of={diagram}>{(known) => <Heated id={id} diagram={known} />}</Answer>;
}

/** From nobody to the most, with ink that can be read on it. */
const HEATS = [
  { fill: '#ffffff', ink: '#4f5b66' },
  { fill: '#e3f1f8', ink: '#06344d' },
  { fill: '#b9dbea', ink: '#06344d' },
  { fill: '#7fb9d3', ink: '#05283a' },
  { fill: '#2a78a2', ink: '#ffffff' },
  { fill: '#0b4f72', ink: '#ffffff' },
] as const;

type Node = CohortDiagram['nodes'][number];

function Heated({ id, diagram }: { id: string; diagram: CohortDiagram }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [picked, pick] = useState<string | null>(null);
  const leaves = diagram.nodes.filter(({ kind }) => kind === 'single' || kind === 'end');
  const most = Math.max(1, ...leaves.map(({ count }) => count));
  const crowded = leaves.reduce<Node | null>(
    (best, one) => (one.count > (best?.count ?? 0) ? one : best),
    null,
  );
  const open = (state: string) => void go({ to: '/journeys', search: { cohort: id, state: peopled(state) } });
  return (
    <>
      <Part title={t('diagram.heat.title')}>
        <PictureFrame
          picture={diagram}
          here={crowded?.id ?? null}
          hereWords={t('diagram.heat.toMost')}
          aside={<Scale />}
        >
          {(scale) => (
            <Statechart
              picture={diagram}
              scale={scale}
              label={t('diagram.heat.title')}
              look={(node) => lookOf(diagram, node, most, t)}
              lineLook={({ isQuiet }) => ({ tone: isQuiet ? 'other' : 'ahead', lines: null, date: null })}
              picked={picked}
              onPick={pick}
              onOpen={open}
            />
          )}
        </PictureFrame>
        <Text size="sm" c="gray.7">
          {t('diagram.heat.legend')} {t('diagram.heat.medianAbout')}
        </Text>
      </Part>
      <Numbers id={id} diagram={diagram} />
    </>
  );
}

/** Coaching and mentoring run beside the stages: whoever is in training is in them. */
const BESIDE: Record<string, string> = { 'training.coaching': 'training', 'training.mentoring': 'training' };
const peopled = (id: string) => BESIDE[id] ?? id;

type Words = ReturnType<typeof useTranslation>['t'];

function lookOf(diagram: CohortDiagram, id: string, most: number, t: Words): NodeLook {
  const node = diagram.nodes.find((one) => one.id === id);
  const counted = diagram.nodes.find((one) => one.id === peopled(id));
  if (!node || !counted) return { tone: 'other', note: null, spoken: '' };
  const { count, overdue } = counted;
  const isGroup = node.kind === 'group' || node.kind === 'parallel';
  const note = stayOf(node, t);
  const spoken = [
    node.label,
    t('diagram.heat.people', { count }),
    overdue > 0 ? t('diagram.heat.overdue', { count: overdue }) : null,
    note,
  ];
  const step = count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * (HEATS.length - 1)));
  const heat = HEATS[Math.min(step, HEATS.length - 1)] ?? HEATS[0];
  const isBeside = peopled(id) !== id;
  return {
    tone: count > 0 ? 'ahead' : 'other',
    note: node.kind === 'group' ? null : note,
    spoken: spoken.filter(Boolean).join(', '),
    ...(!isGroup && !isBeside && heat),
    ...(count > 0 && { badge: number(count) }),
    ...(overdue > 0 && { alarm: number(overdue) }),
  };
}

function stayOf({ stay }: Node, t: Words): string | null {
  if (stay.left.medianDays !== null) return t('diagram.heat.median', { days: number(stay.left.medianDays) });
  return stay.present.medianDays === null
    ? null
    : t('diagram.heat.medianNow', { days: number(stay.present.medianDays) });
}

function Scale() {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="xs">{t('diagram.heat.few')}</Text>
      <svg width={HEATS.length * 22} height={16} aria-hidden>
        {HEATS.map(({ fill }, index) => (
          <rect key={fill} x={index * 22} y={1} width={21} height={14} fill={fill} stroke="#7d8a95" />
        ))}
      </svg>
      <Text size="xs">{t('diagram.heat.many')}</Text>
    </Group>
  );
}

/** The same in numbers, for whoever reads rather than looks. */
function Numbers({ id, diagram }: { id: string; diagram: CohortDiagram }) {
  const { t } = useTranslation();
  const told = diagram.nodes.filter(
    ({ isDrawn, count, stay }) => isDrawn && (count > 0 || stay.left.count > 0),
  );
  const days = ({ count, medianDays }: Node['stay']['left']) =>
    medianDays === null
      ? t('diagram.heat.none')
      : t('diagram.heat.days', { days: number(medianDays), count });
  return (
    <Part title={t('diagram.heat.table')}>
      <Wide label={t('diagram.heat.table')} width={640}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('diagram.heat.where')}</Table.Th>
              <Table.Th ta="right">{t('diagram.heat.here')}</Table.Th>
              <Table.Th ta="right">{t('diagram.heat.late')}</Table.Th>
              <Table.Th ta="right">{t('diagram.heat.left')}</Table.Th>
              <Table.Th ta="right">{t('diagram.heat.present')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {told.map(({ id: state, label, count, overdue, stay, parent }) => (
              <Table.Tr key={state}>
                <Table.Td pl={parent === null ? undefined : parent.includes('.') ? 44 : 28}>
                  {count > 0 ? (
                    <PageLink to="/journeys" search={{ cohort: id, state }}>
                      {label}
                    </PageLink>
                  ) : (
                    label
                  )}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {number(count)}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {number(overdue)}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {days(stay.left)}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {days(stay.present)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Part>
  );
}
