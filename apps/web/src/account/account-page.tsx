import { Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { PrivacyLinks } from '../privacy/privacy-links.js';
import { Security } from '../security/security.js';
import { RoleChoice } from '../shell/role-choice.js';
import type { Account } from '../shell/roles.js';
import { DeputySetting } from '../tasks/deputy-setting.js';
import { myPreferences } from './account-queries.js';
import { MailForm } from './mail-form.js';
import { SignOut } from './sign-out.js';
import './words.js';

/** As whom one is here, how one is told things, and the way out. */
export function AccountPage() {
  const { t } = useTranslation();
  const account = useQuery(me());
  const preferences = useQuery(myPreferences());
  return (
    <Stack maw={640}>
      <Group justify="space-between">
        <div>
          <PageTitle>{t('account.title')}</PageTitle>
          <Text c="gray.7">{account.data?.username}</Text>
        </div>
        <SignOut />
      </Group>
      <Part title={t('account.roles')}>{account.data && <Roles of={account.data} />}</Part>
      {account.data && <PrivacyLinks account={account.data} />}
      <DeputySetting />
      <Security />
      <Part title={t('account.mail')}>
        <Answer of={preferences}>{(known) => <MailForm known={known} />}</Answer>
      </Part>
    </Stack>
  );
}

/** Whoever has several may be one of them alone. */
function Roles({ of }: { of: Account }) {
  const { t } = useTranslation();
  if (of.held.length > 1) return <RoleChoice account={of} />;
  return (
    <List>
      {of.held.map(({ id, role, orgName }) => (
        <List.Item key={id}>
          {t(`role.${role}`)} · {orgName}
        </List.Item>
      ))}
    </List>
  );
}
