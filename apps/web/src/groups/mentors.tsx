import { Button, Checkbox, Group, Switch, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { PageLink } from '../parts/page-link.js';
import { PersonPicker } from '../parts/person-picker.js';
import { Refusal } from '../parts/refusal.js';
import { useDoing } from '../parts/use-doing.js';
import { Wide } from '../parts/wide.js';
import type { Member, Sent } from './groups.js';
import { NotSent } from './waiting.js';

/** Who is mentored by whom; one mentor is appointed for one person or for many. */
export function Mentors({ cohort, members }: { cohort: string; members: readonly Member[] }) {
  const { t } = useTranslation();
  const [isWithout, onlyWithout] = useState(false);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [refused, refuse] = useState<Sent['refused']>([]);
  const shown = members.filter(({ mentor }) => !isWithout || mentor === null);
  const taken = shown.filter(({ journeyId }) => chosen.has(journeyId)).map(({ journeyId }) => journeyId);
  const isAll = shown.length > 0 && taken.length === shown.length;
  const toggle = (id: string, isIn: boolean) =>
    choose((known) => new Set(isIn ? [...known, id] : [...known].filter((one) => one !== id)));
  return (
    <>
      <NotSent of={refused} nameOf={(id) => members.find(({ journeyId }) => journeyId === id)?.name ?? ''} />
      <Switch
        mb="sm"
        label={t('groups.onlyWithout')}
        checked={isWithout}
        onChange={({ currentTarget }) => onlyWithout(currentTarget.checked)}
      />
      {shown.length === 0 ? (
        <Text c="gray.7">{t('groups.nobodyFits')}</Text>
      ) : (
        <>
          <Checkbox
            mb="xs"
            label={t('groups.chooseAll', { count: shown.length })}
            checked={isAll}
            indeterminate={!isAll && taken.length > 0}
            onChange={() => choose(isAll ? new Set() : new Set(shown.map(({ journeyId }) => journeyId)))}
          />
          <Wide label={t('groups.view.mentors')}>
            <Table bg="white" withTableBorder verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('groups.participant')}</Table.Th>
                  <Table.Th>{t('groups.mentor')}</Table.Th>
                  <Table.Th>{t('groups.group')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((one) => (
                  <Line
                    key={one.journeyId}
                    of={one}
                    isChosen={chosen.has(one.journeyId)}
                    onChoose={(isIn) => toggle(one.journeyId, isIn)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Wide>
        </>
      )}
      {taken.length > 0 && (
        <Appoint
          key={taken.length === 1 ? taken[0] : 'many'}
          cohort={cohort}
          journeyIds={taken}
          onDone={(sent) => {
            refuse(sent.refused);
            choose(new Set());
          }}
        />
      )}
    </>
  );
}

function Line(props: { of: Member; isChosen: boolean; onChoose: (isIn: boolean) => void }) {
  const { journeyId, name, agency, mentor, group } = props.of;
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td>
        <Group wrap="nowrap" gap="sm">
          <Checkbox
            aria-label={t('groups.choose', { name })}
            checked={props.isChosen}
            onChange={({ currentTarget }) => props.onChoose(currentTarget.checked)}
          />
          <div>
            <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600}>
              {name}
            </PageLink>
            <Text size="xs" c="gray.7">
              {agency}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        {mentor?.name ?? (
          <Text size="sm" c="gray.7">
            {t('groups.noMentor')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{group}</Table.Td>
    </Table.Tr>
  );
}

function Appoint(props: { cohort: string; journeyIds: string[]; onDone: (sent: Sent) => void }) {
  const { cohort, journeyIds, onDone } = props;
  const { t } = useTranslation();
  const [mentor, choose] = useState<{ id: string; name: string } | null>(null);
  const [only] = journeyIds.length === 1 ? journeyIds : [];
  const appointing = useDoing({
    send: (id: string) =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/assignments', {
          params: { path: { id: cohort } },
          body: { assignments: [{ journeyIds, mentor: id }] },
        }),
      ),
    told: ({ accepted }) => t('groups.confirmed', { count: accepted }),
    onDone,
  });
  return (
    <div className="chosen-bar">
      <Group align="flex-end">
        <Text fw={600} role="status" mb={8}>
          {t('groups.chosen', { count: journeyIds.length })}
        </Text>
        <PersonPicker
          role="mentor"
          {...(only !== undefined && { journey: only })}
          label={t('groups.mentor')}
          value={mentor}
          onChange={choose}
          style={{ flex: 1, minWidth: 220, maxWidth: 380 }}
        />
        <Button
          disabled={mentor === null}
          loading={appointing.isPending}
          onClick={() => mentor && appointing.mutate(mentor.id)}
        >
          {t('groups.appoint')}
        </Button>
      </Group>
      <Refusal of={appointing.error} />
    </div>
  );
}
