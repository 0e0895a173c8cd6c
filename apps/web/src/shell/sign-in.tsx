import { Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './account-link.js';
import { SignInForm } from './sign-in-form.js';

const SandboxDoor = lazy(() =>
  import('./sandbox-door.js').then((module) => ({ default: module.SandboxDoor })),
);

export function SignIn() {
  const { t } = useTranslation();
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
          <SignInForm />
        </Paper>
        <Suspense fallback={null}>
          <SandboxDoor />
        </Suspense>
      </Stack>
    </Container>
  );
}
