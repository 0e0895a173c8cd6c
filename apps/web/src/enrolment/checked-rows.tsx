import { Button, Group, List, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { number } from '../words/dates.js';
import type { Checked } from './imports.js';
import { fileNotes, isShown, notedRows, SHOWN, type NotedRow, type Shown } from './row-notes.js';
import { RowsTable } from './rows-table.js';

const MOST_NOTES = 20;

/** What becomes of the rows, how many of each, and each one; faults come first to be looked at. */
export function CheckedRows({ of }: { of: Checked }) {
  const { t } = useTranslation();
  const rows = useMemo(() => notedRows(of), [of]);
  const [shown, show] = useState<Shown>(of.rejected.length > 0 ? 'rejected' : 'all');
  const wanted = rows.filter((row) => isShown(row, shown));
  return (
    <>
      <FileNotes of={of} />
      <Filter rows={rows} shown={shown} onShow={show} />
      {wanted.length === 0 ? (
        <Text c="gray.7">{t('enrolment.noneOfThese')}</Text>
      ) : (
        <RowsTable key={shown} rows={wanted} />
      )}
    </>
  );
}

function Filter(props: { rows: NotedRow[]; shown: Shown; onShow: (shown: Shown) => void }) {
  const { t } = useTranslation();
  const counted = SHOWN.map(
    (shown) => [shown, props.rows.filter((row) => isShown(row, shown)).length] as const,
  );
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('enrolment.show')}>
      {counted
        .filter(([shown, count]) => count > 0 || shown === 'all' || shown === props.shown)
        .map(([shown, count]) => (
          <Button
            key={shown}
            size="xs"
            radius="xl"
            variant={shown === props.shown ? 'filled' : 'default'}
            aria-pressed={shown === props.shown}
            onClick={() => props.onShow(shown)}
          >
            {shown === 'all' || shown === 'warned'
              ? t(shown === 'all' ? 'enrolment.all' : 'enrolment.warned')
              : t(`enrolment.outcome.${shown}`)}
            {` · ${number(count)}`}
          </Button>
        ))}
    </Group>
  );
}

function FileNotes({ of }: { of: Checked }) {
  const { t } = useTranslation();
  const notes = fileNotes(of);
  if (notes.length === 0) return null;
  return (
    <Notice tone="warn" mb="sm" title={t('enrolment.fileNotes')}>
      <List size="sm">
        {notes.slice(0, MOST_NOTES).map(({ row, code, message }) => (
          <List.Item key={`${String(row)} ${code}`}>
            {row !== undefined && `${t('enrolment.rowNumber', { row })}: `}
            {message}
          </List.Item>
        ))}
      </List>
      {notes.length > MOST_NOTES && (
        <Text size="sm">{t('enrolment.more', { count: notes.length - MOST_NOTES })}</Text>
      )}
    </Notice>
  );
}
