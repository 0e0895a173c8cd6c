import { ActionIcon } from '@mantine/core';
import { IconSwitchHorizontal } from '@tabler/icons-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from './roles.js';

const RoleChoice = lazy(() => import('./role-choice.js').then((module) => ({ default: module.RoleChoice })));

/** Stands beside one's name where one has several roles. The browser's own popover: Escape and a click elsewhere close it. */
export function RoleSwitch({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [wasOpened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  if (account.held.length < 2) return null;
  return (
    <>
      <ActionIcon variant="subtle" size="lg" aria-label={t('nav.changeRole')} popoverTarget={id}>
        <IconSwitchHorizontal size={20} aria-hidden />
      </ActionIcon>
      <div id={id} ref={box} popover="auto" className="roles" onToggle={() => setOpened(true)}>
        <Suspense fallback={null}>
          {wasOpened && <RoleChoice account={account} onChosen={() => box.current?.hidePopover()} />}
        </Suspense>
      </div>
    </>
  );
}
