import { Badge, Button, Card, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { clock } from '../api/queries.js';
import { FormDialog } from '../parts/dialog-form.js';
import { Message } from '../parts/message.js';
import { useDoing } from '../parts/use-doing.js';
import { TONES } from '../parts/tones.js';
import type { Member } from './groups.js';

type Role = 'coach' | 'mentor';
const TOPICS = ['assessmentUse', 'ksaMatrix'] as const;

interface Companion {
  id: string;
  name: string;
  role: Role;
  journeyIds: string[];
  unbriefed: number;
}

/** Everybody who accompanies somebody of the cohort, and whether he was briefed for it. */
export function Briefings({ cohort, members }: { cohort: string; members: readonly Member[] }) {
  const { t } = useTranslation();
  const [briefs, brief] = useState<Companion | null>(null);
  const companions = companionsOf(members);
  if (companions.length === 0) return <Message title={t('groups.noCompanions')} />;
  return (
    <Stack gap="xs">
      {companions.map((one) => (
        <Card key={`${one.role} ${one.id}`} withBorder padding="sm">
          <Group justify="space-between">
            <div>
              <Text fw={600}>{one.name}</Text>
              <Text size="sm" c="gray.7">
                {t(one.role === 'coach' ? 'groups.coach' : 'groups.mentor')},{' '}
                {t('groups.accompanies', { count: one.journeyIds.length })}
              </Text>
            </div>
            <Group gap="sm">
              {one.unbriefed === 0 ? (
                <Badge color={TONES.good}>{t('groups.briefed')}</Badge>
              ) : (
                <Badge color={TONES.warn}>{t('groups.unbriefed', { count: one.unbriefed })}</Badge>
              )}
              <Button size="xs" variant="default" onClick={() => brief(one)}>
                {t('groups.brief')}
              </Button>
            </Group>
          </Group>
        </Card>
      ))}
      {briefs && <Brief cohort={cohort} of={briefs} onClose={() => brief(null)} />}
    </Stack>
  );
}

function companionsOf(members: readonly Member[]): Companion[] {
  const found = new Map<string, Companion>();
  for (const member of members)
    for (const role of ['coach', 'mentor'] as const) {
      const companion = member[role];
      if (!companion) continue;
      const key = `${role} ${companion.id}`;
      const known = found.get(key) ?? {
        ...{ id: companion.id, name: companion.name ?? '', role, journeyIds: [], unbriefed: 0 },
      };
      found.set(key, {
        ...known,
        journeyIds: [...known.journeyIds, member.journeyId],
        unbriefed: known.unbriefed + (companion.isBriefed ? 0 : 1),
      });
    }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'id'));
}

function Brief({ cohort, of, onClose }: { cohort: string; of: Companion; onClose: () => void }) {
  const { t } = useTranslation();
  const today = (useQuery(clock()).data?.now ?? new Date().toISOString()).slice(0, 10);
  const [heldOn, setHeldOn] = useState(today);
  const [topics, setTopics] = useState<string[]>([...TOPICS]);
  const saving = useSaving(cohort, of, onClose);
  return (
    <FormDialog
      title={t('groups.briefTitle', { name: of.name })}
      confirm={t('groups.save')}
      isPending={saving.isPending}
      isBarred={heldOn === '' || topics.length === 0}
      error={saving.error}
      onClose={onClose}
      onSubmit={() => saving.mutate({ heldOn, topics })}
    >
      <TextInput
        type="date"
        label={t('groups.heldOn')}
        required
        max={today}
        value={heldOn}
        onChange={({ currentTarget }) => setHeldOn(currentTarget.value)}
      />
      <Checkbox.Group label={t('groups.topics')} value={topics} onChange={setTopics}>
        <Stack gap="xs" mt="xs">
          {TOPICS.map((topic) => (
            <Checkbox key={topic} value={topic} label={t(`groups.topic.${topic}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}

function useSaving(cohort: string, { id, role, journeyIds }: Companion, onClose: () => void) {
  const { t } = useTranslation();
  return useDoing({
    send: ({ heldOn, topics }: { heldOn: string; topics: string[] }) =>
      answerOf(
        api.POST('/api/v1/cohorts/{id}/briefings', {
          params: { path: { id: cohort } },
          body: {
            ...{ person: id, role, heldOn, journeyIds },
            topics: TOPICS.filter((topic) => topics.includes(topic)),
          },
        }),
      ),
    told: () => t('groups.briefingSaved'),
    onDone: onClose,
  });
}
