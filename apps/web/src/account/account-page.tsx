import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import { noteSignedIn } from '../api/session.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { PrivacyLinks } from '../privacy/privacy-links.js';
import { Security } from '../security/security.js';
import { RoleChoice } from '../shell/role-choice.js';
import type { Account } from '../shell/roles.js';
import { DeputySetting } from '../tasks/deputy-setting.js';
import { myPreferences } from './account-queries.js';
import { MailForm } from './mail-form.js';
import './words.js';

/** As whom one is here, how one is told things, and the way out. */
export function AccountPage() {
  const { t } = useTranslation();
  const account = useQuery(me());
  const preferences = useQuery(myPreferences());
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/sessions/current')),
    onSuccess: () => {
      noteSignedIn(false);
      // First the door, then nothing is left that a page could ask for again.
      queries.setQueryData(me().queryKey, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== me().queryKey[0] });
    },
  });
  return (
    <Stack maw={640}>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h2">
            {t('account.title')}
          </Title>
          <Text c="gray.7">{account.data?.username}</Text>
        </div>
        <Button
          variant="default"
          leftSection={<IconLogout size={18} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {t('signIn.out')}
        </Button>
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
