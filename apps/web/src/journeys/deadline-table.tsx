import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/part.js';
import { Wide } from '../parts/wide.js';
import { dayInWords } from '../words/dates.js';
import type { Journey } from './queries.js';
import { VerbDialog, type Verb } from './verb-dialog.js';
import './words.js';

type Deadline = Journey['deadlines'][number];

/** Every date that counts, with its reason; those that passed open when asked for. Whoever runs the training may move them. */
export function DeadlineTable(props: { journey: Journey; maySteer: boolean }) {
  const { t } = useTranslation();
  const { journey, maySteer } = props;
  const [verb, setVerb] = useState<Verb | null>(null);
  const armed = journey.deadlines.filter(({ status }) => status === 'armed');
  const over = journey.deadlines.filter(({ status }) => status !== 'armed');
  const isSuspended = journey.status === 'suspended';
  const steer = maySteer && journey.status !== 'final' && (
    <Button
      size="xs"
      variant="default"
      onClick={() => setVerb({ action: isSuspended ? 'resume' : 'suspend' })}
    >
      {t(isSuspended ? 'way.resume' : 'way.suspend')}
    </Button>
  );
  return (
    <Part title={t('journey.deadlines')} aside={steer}>
      {armed.length > 0 ? (
        <Dates deadlines={armed} onMove={maySteer && !isSuspended ? setVerb : null} />
      ) : (
        <Text size="sm">{t('journey.nothingNext')}</Text>
      )}
      {over.length > 0 && (
        <details>
          <Text component="summary" size="sm" c="river.8" mt="xs" style={{ cursor: 'pointer' }}>
            {t('way.pastDeadlines', { count: over.length })}
          </Text>
          <Dates deadlines={over} onMove={null} />
        </details>
      )}
      {verb && <VerbDialog journey={journey} verb={verb} onClose={() => setVerb(null)} />}
    </Part>
  );
}

function Dates({ deadlines, onMove }: { deadlines: Deadline[]; onMove: ((verb: Verb) => void) | null }) {
  const { t } = useTranslation();
  return (
    <Wide label={t('journey.deadlines')} width={360}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('journey.by')}</Table.Th>
            <Table.Th>{t('way.deadline')}</Table.Th>
            <Table.Th>{t('journey.standing')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deadlines.map(({ name, label, due, why, status }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{dayInWords(due)}</Table.Td>
              <Table.Td>
                <Text size="sm" fw={600}>
                  {label}
                </Text>
                <Text size="xs" c="gray.7">
                  {why}
                </Text>
              </Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {t(`deadlineStatus.${status}`)}
                  {onMove && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('way.rescheduleOf', { name: label })}
                      onClick={() => onMove({ action: 'reschedule', deadline: name, label, due })}
                    >
                      {t('way.reschedule')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
