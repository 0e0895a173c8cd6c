import { Paper, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorFrame } from '../door/door-frame.js';
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
    <DoorFrame title={t('product')} about={t('tagline')} tab={t('signIn.title')}>
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
    </DoorFrame>
  );
}
