import { Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import { noteSignedIn } from '../api/session.js';
import type { Language } from '../words/language.js';
import { speak } from '../words/words.js';
import type { Account } from './roles.js';

/** Indonesian and English, each named in its own words. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const choose = async (chosen: string) => {
    await speak(chosen as Language);
    await queries.invalidateQueries();
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('nav.language')}
      value={i18n.language}
      onChange={(chosen) => void choose(chosen)}
      data={[
        { value: 'id', label: 'ID' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}

export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/sessions/current')),
    onSuccess: () => {
      noteSignedIn(false);
      queries.clear();
      queries.setQueryData(me().queryKey, null);
    },
  });
  return (
    <Group wrap="nowrap" gap="xs">
      <LanguageSwitch />
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button
            variant="subtle"
            px="xs"
            leftSection={<IconUserCircle size={20} aria-hidden />}
            aria-label={t('nav.account', { name: account.username })}
          >
            <Text visibleFrom="sm" size="sm">
              {account.username}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {account.memberships.map(({ role, org, orgCode }) => (
            <Menu.Label key={`${role} ${org}`}>
              {t(`role.${role}`)} · {orgCode}
            </Menu.Label>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate()}>
            {t('signIn.out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
