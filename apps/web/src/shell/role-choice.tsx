import { Button, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../parts/refusal.js';
import { useActAs } from './act-as.js';
import './words.js';
import type { Account } from './roles.js';

/** All of one's roles, each to be the only one, and all of them at once. */
export function RoleChoice({ account, onChosen }: { account: Account; onChosen?: () => void }) {
  const { t } = useTranslation();
  const act = useActAs();
  const choices = [
    { id: null, name: t('actAs.all'), where: t('actAs.allAbout') },
    ...account.held.map(({ id, role, orgName }) => ({ id, name: t(`role.${role}`), where: orgName })),
  ];
  return (
    <Stack gap={4} role="group" aria-label={t('actAs.title')}>
      <Refusal of={act.error} />
      {choices.map(({ id, name, where }) => {
        const isChosen = id === account.actingAs;
        return (
          <Button
            key={id ?? 'all'}
            variant={isChosen ? 'light' : 'subtle'}
            h="auto"
            py={6}
            justify="space-between"
            aria-pressed={isChosen}
            rightSection={isChosen && <IconCheck size={18} aria-hidden />}
            loading={act.isPending && act.variables === id}
            onClick={() => act.mutate(id, { onSuccess: onChosen })}
          >
            <span className="offered">
              <Text span size="sm" fw={600}>
                {name}
              </Text>
              <Text span size="xs" c="gray.7">
                {where}
              </Text>
            </span>
          </Button>
        );
      })}
    </Stack>
  );
}
