import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../words/dates.js';
import { Part } from '../parts/part.js';

interface Deadline {
  name: string;
  due: string;
  why: string;
  status: 'armed' | 'fired' | 'cancelled';
}

/** Every date that counts, with its reason; what still counts comes first. */
export function DeadlineTable({ deadlines }: { deadlines: Deadline[] }) {
  const { t } = useTranslation();
  const byStatus = [...deadlines].sort((one, other) => one.status.localeCompare(other.status));
  return (
    <Part title={t('journey.deadlines')}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('journey.by')}</Table.Th>
            <Table.Th>{t('journey.reason')}</Table.Th>
            <Table.Th>{t('journey.standing')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {byStatus.map(({ name, due, why, status }) => (
            <Table.Tr key={name}>
              <Table.Td>{dayInWords(due)}</Table.Td>
              <Table.Td>{why}</Table.Td>
              <Table.Td>{t(`deadlineStatus.${status}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
