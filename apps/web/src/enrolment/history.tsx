import { Badge, Progress, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { dayInWords, number } from '../words/dates.js';
import { importsOf, type ImportBatch } from './imports.js';

export const STATUS_TONE: Record<ImportBatch['status'], string> = {
  running: TONES.calm,
  done: TONES.good,
  stopped: TONES.alarm,
  undone: TONES.quiet,
};

/** Every upload so far, with its way back to it. */
export function History({ cohort }: { cohort: string }) {
  const { t } = useTranslation();
  const list = useQuery(importsOf(cohort));
  return (
    <Part title={t('enrolment.history')}>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="gray.7">{t('enrolment.noHistory')}</Text>
          ) : (
            <Table.ScrollContainer minWidth={620}>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('enrolment.fileName')}</Table.Th>
                    <Table.Th>{t('enrolment.when')}</Table.Th>
                    <Table.Th>{t('enrolment.by')}</Table.Th>
                    <Table.Th>{t('enrolment.rows')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((batch) => (
                    <Upload key={batch.id} of={batch} cohort={cohort} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answer>
    </Part>
  );
}

function Upload({ of, cohort }: { of: ImportBatch; cohort: string }) {
  const { id, kind, fileName, at, by, status, total, done } = of;
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td>
        <PageLink
          to="/cohorts/$id/enrolment/$import"
          params={{ id: cohort, import: id }}
          fw={600}
          style={{ overflowWrap: 'anywhere' }}
        >
          {fileName === '' ? t(`enrolment.kind.${kind}`) : fileName}
        </PageLink>
        {fileName !== '' && (
          <Text size="xs" c="gray.7">
            {t(`enrolment.kind.${kind}`)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {dayInWords(at)}
        <Text size="xs" c="gray.7">
          {at.slice(11, 16).replace(':', '.')}
        </Text>
      </Table.Td>
      <Table.Td>{by}</Table.Td>
      <Table.Td>
        <Badge color={STATUS_TONE[status]}>{t(`enrolment.status.${status}`)}</Badge>
        {status === 'running' ? (
          <Progress value={(100 * done) / Math.max(1, total)} mt={6} aria-label={t('enrolment.rows')} />
        ) : (
          <Counts of={of} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function Counts({ of: { counts } }: { of: ImportBatch }) {
  const { t } = useTranslation();
  const said = (['created', 'updated', 'unchanged', 'rejected'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${t(`enrolment.outcome.${outcome}`)} ${number(counts[outcome])}`);
  return (
    <Text size="xs" c="gray.7" mt={4}>
      {said.join(' · ')}
    </Text>
  );
}
