import { Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './account-link.js';
import { SignInForm } from './sign-in-form.js';

const SandboxDoor = lazy(() =>
  import('./sandbox-door.js').then((module) => ({ default: module.SandboxDoor })),
);

const DoorHelp = lazy(() => import('../door/door-help.js').then((module) => ({ default: module.DoorHelp })));

/** What somebody brings along who was sent to sign in elsewhere; it is not left in the address. */
function broughtBy(name: string): string | null {
  const value = new RegExp(`^#${name}=([\\w.-]+)$`).exec(location.hash)?.[1] ?? null;
  if (value !== null) history.replaceState(history.state, '', location.pathname);
  return value;
}

export function SignIn() {
  const { t } = useTranslation();
  const [brought] = useState(() => ({ challenge: broughtBy('challenge'), refused: broughtBy('refused') }));
  const [offered, setOffered] = useState(brought.challenge);
  return (
    <Container size={520} py={72} component="main">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} c="river.8">
              {t('product')}
            </Title>
            <Text c="gray.7">{t('tagline')}</Text>
          </div>
          <LanguageSwitch />
        </Group>
        <Paper withBorder p="lg" radius="md">
          <Title order={2} size="h3" mb="md">
            {t('signIn.title')}
          </Title>
          <SignInForm key={offered} challenge={offered} />
          <Suspense fallback={null}>
            <DoorHelp refused={brought.refused} />
          </Suspense>
        </Paper>
        <Suspense fallback={null}>
          <SandboxDoor onChallenge={setOffered} />
        </Suspense>
      </Stack>
    </Container>
  );
}
