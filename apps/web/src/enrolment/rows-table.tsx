import { Badge, Stack, Table, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TONES } from '../parts/tones.js';
import type { Fault, Line } from './imports.js';
import type { NotedRow } from './row-notes.js';
import './rows-table.css';

const TONE_OF: Record<Line['outcome'], string> = {
  created: TONES.good,
  updated: TONES.calm,
  unchanged: TONES.quiet,
  rejected: TONES.alarm,
};
const ROW_PX = 58;
/** Fewer rows stand on the page as they are. */
const LONG = 40;

/** Row by row what becomes of a sheet; of a long one only what is looked at is drawn. */
export function RowsTable({ rows }: { rows: NotedRow[] }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const isLong = rows.length > LONG;
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.row ?? index,
    overscan: 10,
    enabled: isLong,
  });
  const drawn = isLong ? list.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }));
  const [above, below] = [drawn[0]?.start ?? 0, list.getTotalSize() - (drawn.at(-1)?.end ?? 0)];
  return (
    <div
      ref={frame}
      className={isLong ? 'rows rows-long' : 'rows'}
      tabIndex={0}
      role="region"
      aria-label={t('enrolment.show')}
    >
      <Table verticalSpacing="xs" bg="white" stickyHeader={isLong} aria-rowcount={rows.length + 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={72}>
              {t('enrolment.row')}
            </Table.Th>
            <Table.Th>{t('enrolment.who')}</Table.Th>
            <Table.Th>{t('enrolment.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {isLong && <Gap height={above} />}
          {drawn.map(({ index }) => {
            const row = rows[index];
            return row ? <Row key={row.row} row={row} index={index} measure={list.measureElement} /> : null;
          })}
          {isLong && <Gap height={below} />}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}

interface RowProps {
  row: NotedRow;
  index: number;
  measure: (element: HTMLTableRowElement | null) => void;
}

function Row({ row: { row, nip, name, outcome, faults, warnings }, index, measure }: RowProps) {
  const { t } = useTranslation();
  return (
    <Table.Tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <Table.Td ta="right" className="number">
        {row}
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name ?? t('enrolment.nameless')}
        </Text>
        {nip !== null && (
          <Text size="xs" c="gray.7" className="number">
            {nip}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={TONE_OF[outcome]}>{t(`enrolment.outcome.${outcome}`)}</Badge>
        {faults.length + warnings.length > 0 && (
          <Stack gap={2} mt={4}>
            {[...faults, ...warnings].map((fault) => (
              <Said key={`${fault.code} ${fault.heading ?? ''}`} fault={fault} />
            ))}
          </Stack>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Said({ fault: { heading, message } }: { fault: Fault }) {
  return (
    <Text size="sm">
      {heading !== null && <strong>{heading}: </strong>}
      {message}
    </Text>
  );
}
