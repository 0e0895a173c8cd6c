import { Alert, Anchor, Button, Divider, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Notice } from '../parts/notice.js';
import { Refusal } from '../parts/refusal.js';
import { refusedReason } from './refused-reason.js';
import { signInOptions } from './sign-in-options.js';
import './words.js';

/** What the door offers besides name and password, and what became of signing in elsewhere. */
export function DoorHelp({ refused }: { refused: string | null }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const options = useQuery(signInOptions());
  return (
    <Stack gap="sm" mt="sm">
      {refused !== null && (
        <Alert color="red" variant="light" role="alert" title={t('door.refusedTitle')}>
          <Text size="sm" c="dark">
            {t(refusedReason(refused))}
          </Text>
        </Alert>
      )}
      {options.data && !isAsking && (
        <Anchor component="button" type="button" onClick={() => setAsking(true)} ta="left">
          {t('door.forgotten')}
        </Anchor>
      )}
      {isAsking &&
        (options.data?.recovery ? (
          <AskForLink onClose={() => setAsking(false)} />
        ) : (
          <Notice tone="calm" role="status" title={t('door.askTitle')}>
            {t('door.askAdministrator')}
          </Notice>
        ))}
      {options.data?.oidc && (
        <>
          <Divider label={t('door.or')} />
          <Button component="a" href="/api/v1/sessions/oidc" variant="default">
            {t('door.oidc')}
          </Button>
        </>
      )}
    </Stack>
  );
}

function AskForLink({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const ask = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/password-recoveries', { body: { username } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Stack component="section" aria-label={t('door.askTitle')} gap="sm">
      <Divider label={t('door.askTitle')} />
      {ask.isSuccess ? (
        <Stack>
          <Text role="status">{t('door.asked')}</Text>
          <Button variant="default" onClick={onClose}>
            {t('door.back')}
          </Button>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <Text>{t('door.askAbout')}</Text>
            <Refusal of={ask.error} />
            <TextInput
              label={t('door.whose')}
              autoComplete="username"
              value={username}
              onChange={({ currentTarget }) => setUsername(currentTarget.value)}
              required
            />
            <Button type="submit" loading={ask.isPending}>
              {t('door.askSubmit')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
