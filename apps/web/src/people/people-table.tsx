import { Badge, Table, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../api/schema.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import './people-table.css';
import { NextStep } from '../journeys/next-step.js';

type Line =
  paths['/api/v1/journeys']['get']['responses']['200']['content']['application/json']['items'][number];

/** About as high as a line is before it is measured, pixels. */
const USUAL_HEIGHT = 74;
/** Lines drawn beyond what is seen, and how near the end more are asked for. */
const AHEAD = 20;

interface Props {
  lines: Line[];
  hasMore: boolean;
  isLoading: boolean;
  more: () => void;
}

/** However long the list is, only what is seen of it is drawn. */
export function PeopleTable({ lines, hasMore, isLoading, more }: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => USUAL_HEIGHT,
    overscan: AHEAD,
    scrollMargin: table.current?.offsetTop ?? 0,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoading && last >= lines.length - AHEAD) more();
  }, [hasMore, isLoading, last, lines.length, more]);
  const above = (drawn[0]?.start ?? 0) - rows.options.scrollMargin;
  const below = rows.getTotalSize() - ((drawn.at(-1)?.end ?? 0) - rows.options.scrollMargin);
  return (
    <>
      <Table
        ref={table}
        className="people"
        highlightOnHover
        verticalSpacing="sm"
        bg="white"
        withTableBorder
        aria-rowcount={hasMore ? -1 : lines.length + 1}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">{t('journey.participant')}</Table.Th>
            <Table.Th w="24%">{t('journey.cohort')}</Table.Th>
            <Table.Th w="22%">{t('journey.where')}</Table.Th>
            <Table.Th w="26%">{t('journey.next')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Gap height={above} />
          {drawn.map(({ index, key }) => {
            const line = lines[index];
            return line ? (
              <JourneyRow key={key} line={line} index={index} measure={rows.measureElement} />
            ) : null;
          })}
          <Gap height={below} />
        </Table.Tbody>
      </Table>
      <Text size="sm" c="gray.7" mt="xs" role="status">
        {isLoading
          ? t('state.loading')
          : t(hasMore ? 'people.shownSoFar' : 'people.shownAll', { count: lines.length })}
      </Text>
    </>
  );
}

function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}

function JourneyRow(props: { line: Line; index: number; measure: (row: HTMLElement | null) => void }) {
  const { t } = useTranslation();
  const { id, participant, cohort, where, status, next, overdue } = props.line;
  return (
    <Table.Tr ref={props.measure} data-index={props.index} aria-rowindex={props.index + 2}>
      <Table.Td>
        <PageLink to="/journeys/$id" params={{ id }} fw={600}>
          {participant.name}
        </PageLink>
        <Text size="xs" c="gray.7">
          {participant.agency.name}
        </Text>
      </Table.Td>
      <Table.Td>{cohort.name}</Table.Td>
      <Table.Td>
        {where}
        {(status === 'suspended' || status === 'incident') && (
          <Badge ml="xs" color={TONES.warn}>
            {t(`journey.status.${status}`)}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <NextStep next={next} isOverdue={overdue} />
      </Table.Td>
    </Table.Tr>
  );
}
