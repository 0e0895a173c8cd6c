import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../words/language.js';
import { speak } from '../words/words.js';
import { RoleSwitch } from './role-switch.js';
import { rolesOf, type Account } from './roles.js';

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
      miw="max-content"
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

/** As whom one is here: role and organisation, and the way to one's account. */
export function AccountLink({ account }: { account: Account }) {
  const { t } = useTranslation();
  const roles = rolesOf(account).map((role) => t(`role.${role}`));
  const organisations = [...new Set(account.memberships.map(({ orgCode }) => orgCode))];
  // LAN is its own office: once is enough.
  const as = [...new Set([roles.join(', '), organisations.join(', ')])];
  return (
    <Group wrap="nowrap" gap="xs">
      <LanguageSwitch />
      <RoleSwitch account={account} />
      <Button
        component={Link}
        to="/account"
        variant="subtle"
        px="xs"
        h="auto"
        py={4}
        leftSection={<IconUserCircle size={20} aria-hidden />}
      >
        <div className="who">
          <Text size="sm" fw={600} lh={1.2}>
            {account.username}
          </Text>
          <Text size="xs" c="gray.7" lh={1.2}>
            {as.join(' · ')}
          </Text>
        </div>
      </Button>
    </Group>
  );
}
