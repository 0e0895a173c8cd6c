import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../parts/folding-part.js';
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

interface Shown {
  deadlines: Deadline[];
  onMove: ((verb: Verb) => void) | null;
}

/** Beside each other where there is room, below each other on a phone. */
function Dates(shown: Shown) {
  return useNarrow() ? <DateList {...shown} /> : <DateTable {...shown} />;
}

function DateList({ deadlines, onMove }: Shown) {
  const { t } = useTranslation();
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {deadlines.map((deadline) => (
        <li key={deadline.name}>
          <What deadline={deadline} />
          <Group gap="xs" mt={2}>
            <Text size="sm">
              {dayInWords(deadline.due)} · {t(`deadlineStatus.${deadline.status}`)}
            </Text>
            {onMove && <Move deadline={deadline} onMove={onMove} />}
          </Group>
        </li>
      ))}
    </Stack>
  );
}

function DateTable({ deadlines, onMove }: Shown) {
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
          {deadlines.map((deadline) => (
            <Table.Tr key={deadline.name}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{dayInWords(deadline.due)}</Table.Td>
              <Table.Td>
                <What deadline={deadline} />
              </Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {t(`deadlineStatus.${deadline.status}`)}
                  {onMove && <Move deadline={deadline} onMove={onMove} />}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function What({ deadline: { label, why } }: { deadline: Deadline }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Text size="xs" c="gray.7">
        {why}
      </Text>
    </>
  );
}

function Move({
  deadline: { name, label, due },
  onMove,
}: {
  deadline: Deadline;
  onMove: (verb: Verb) => void;
}) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('way.rescheduleOf', { name: label })}
      onClick={() => onMove({ action: 'reschedule', deadline: name, label, due })}
    >
      {t('way.reschedule')}
    </Button>
  );
}
