import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/part.js';
import { TONES } from '../parts/tones.js';
import { Wide } from '../parts/wide.js';
import { shortDay } from '../words/dates.js';
import type { Preview } from './order.js';

const SHOWN = 100;

/** What an order would make of each person. */
export function PreviewReport({ of }: { of: Preview }) {
  const { t } = useTranslation();
  const { total, accepted, refused, moved, items } = of;
  return (
    <Part title={t('incidents.wouldHappen')}>
      <Text>{t('incidents.previewCounts', { total, accepted, refused, moved })}</Text>
      <Wide label={t('incidents.items')}>
        <Table verticalSpacing="xs" mt="sm" aria-label={t('incidents.wouldHappen')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('journey.participant')}</Table.Th>
              <Table.Th>{t('incidents.would')}</Table.Th>
              <Table.Th>{t('journey.deadlines')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.slice(0, SHOWN).map((one) => (
              <Table.Tr key={one.journeyId}>
                <Table.Td>{one.participant.name ?? t('incidents.unknown')}</Table.Td>
                <Table.Td>
                  <Would of={one} />
                </Table.Td>
                <Table.Td>
                  {one.deadlines
                    .filter(({ from, to }) => from !== to)
                    .map(({ name, label, from, to }) => (
                      <Text key={name} size="sm">
                        {label}: {from === null ? '–' : shortDay(from)} →{' '}
                        {to === null ? t('incidents.stops') : shortDay(to)}
                      </Text>
                    ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {total > SHOWN && (
        <Text size="sm" c="gray.7" mt="xs">
          {t('incidents.firstShown', { count: SHOWN, total })}
        </Text>
      )}
    </Part>
  );
}

function Would({ of: { outcome, refusal, status, where } }: { of: Preview['items'][number] }) {
  const { t } = useTranslation();
  if (outcome === 'refused')
    return (
      <Group gap={6}>
        <Badge color={TONES.warn}>{t('incidents.item.refused')}</Badge>
        <Text size="sm">{refusal?.detail}</Text>
      </Group>
    );
  const said =
    status.from === status.to
      ? ''
      : `${t(`journey.status.${status.from}`)} → ${t(`journey.status.${status.to}`)}`;
  return (
    <Text size="sm">
      {where.from === where.to ? where.from : `${where.from} → ${where.to}`}
      {said !== '' && ` · ${said}`}
    </Text>
  );
}
