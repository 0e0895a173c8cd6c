import { Button, Card, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask } from '../parts/ask.js';
import { PageLink } from '../parts/page-link.js';
import { PersonPicker } from '../parts/person-picker.js';
import { useDoing } from '../parts/use-doing.js';
import { dayInWords } from '../words/dates.js';
import type { CurrentGroup, Member } from './groups.js';

type Role = 'coach' | 'mentor';

/** Groups as they were confirmed; a whole group may be given another coach or mentor, with the reason. */
export function CurrentCoaching(props: {
  cohort: string;
  groups: CurrentGroup[];
  members: readonly Member[];
}) {
  const { cohort, groups, members } = props;
  const { t } = useTranslation();
  const [changes, change] = useState<{ group: string; role: Role } | null>(null);
  const people = new Map(members.map((one) => [one.journeyId, one]));
  const mentorOf = (member: Member | undefined) =>
    member?.mentor ? `${t('groups.mentor')}: ${member.mentor.name ?? ''}` : t('groups.noMentor');
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }}>
        {groups.map((group) => (
          <Card key={group.name} withBorder component="section" aria-label={group.name}>
            <Group justify="space-between">
              <Title order={2} size="h5">
                {group.name}
              </Title>
              <Text size="sm" c="gray.7">
                {t('groups.people', { count: group.members.length })}
              </Text>
            </Group>
            {group.coachName != null && (
              <Text size="sm">
                {t('groups.coach')}: <strong>{group.coachName}</strong>
              </Text>
            )}
            <List size="sm" my="xs">
              {group.members.map((id) => (
                <List.Item key={id}>
                  <PageLink to="/journeys/$id" params={{ id }}>
                    {people.get(id)?.name}
                  </PageLink>
                  <Text span size="xs" c="gray.7">
                    {' '}
                    · {mentorOf(people.get(id))}
                  </Text>
                </List.Item>
              ))}
            </List>
            <Text size="xs" c="gray.7" mb="xs">
              {t('groups.since', { on: dayInWords(group.confirmedAt), by: group.confirmedByName ?? '' })}
            </Text>
            {group.coach !== undefined && (
              <Group gap="xs">
                {(['coach', 'mentor'] as const).map((role) => (
                  <Button
                    key={role}
                    size="xs"
                    variant="default"
                    onClick={() => change({ group: group.name, role })}
                  >
                    {t(role === 'coach' ? 'groups.changeCoach' : 'groups.changeMentor')}
                  </Button>
                ))}
              </Group>
            )}
          </Card>
        ))}
      </SimpleGrid>
      {changes && <Change cohort={cohort} {...changes} onClose={() => change(null)} />}
    </>
  );
}

function Change(props: { cohort: string; group: string; role: Role; onClose: () => void }) {
  const { cohort, group, role, onClose } = props;
  const { t } = useTranslation();
  const [person, choose] = useState<{ id: string; name: string } | null>(null);
  const changing = useDoing({
    send: (reason: string) =>
      answerOf(
        api.POST(`/api/v1/cohorts/{id}/coaching-groups/{group}/${role}`, {
          params: { path: { id: cohort, group } },
          body: { [role]: person?.id ?? '', reason } as never,
        }),
      ),
    told: ({ accepted }) => t('groups.confirmed', { count: accepted }),
    onDone: onClose,
  });
  return (
    <Ask
      question={{
        title: t(`groups.changeTitle.${role}`, { group }),
        label: t('groups.changeReason'),
        isRequired: true,
        confirm: t('groups.change'),
      }}
      isPending={changing.isPending}
      error={changing.error}
      isBarred={person === null}
      onClose={onClose}
      onConfirm={(reason) => changing.mutate(reason)}
    >
      <PersonPicker
        role={role}
        label={t(role === 'coach' ? 'groups.coach' : 'groups.mentor')}
        required
        value={person}
        onChange={choose}
      />
    </Ask>
  );
}
