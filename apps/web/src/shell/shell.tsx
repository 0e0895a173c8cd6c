import { AppShell, Burger, Group, Indicator, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { IconInbox, IconListCheck, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, inbox, me } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { AccountLink } from './account-link.js';
import { OfflineNote } from './offline-note.js';
import { PeopleSearch } from './people-search.js';
import { placesOf, type Account, type Place } from './roles.js';
import { SignIn } from './sign-in.js';
import { SignInAgain } from './sign-in-again.js';

const ICONS: Record<Place['to'], typeof IconInbox> = {
  '/cohorts': IconUsersGroup,
  '/journeys': IconUsers,
  '/tasks': IconListCheck,
  '/inbox': IconInbox,
};

// Only a sandbox has one.
const TimeMachine = lazy(() =>
  import('./time-machine.js').then((module) => ({ default: module.TimeMachine })),
);

/** Whoever is not signed in sees the door, at whatever address; afterwards the page that was asked for. */
export function Shell() {
  const account = useQuery(me());
  return <Answer of={account}>{(known) => (known ? <House account={known} /> : <SignIn />)}</Answer>;
}

function House({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [isOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const time = useQuery(clock());
  const close = menu.close;
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t(isOpen ? 'nav.close' : 'nav.open')}
            />
            <UnstyledButton component={Link} to="/">
              <Text fw={700} size="xl" c="river.8">
                {t('product')}
              </Text>
            </UnstyledButton>
          </Group>
          <PeopleSearch />
          <AccountLink account={account} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('nav.main')}>
        {placesOf(account).map((place) => (
          <MenuLine key={place.to} place={place} isHere={pathname.startsWith(place.to)} />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Suspense fallback={null}>
          {time.data && <TimeMachine account={account} now={time.data.now} />}
        </Suspense>
        <OfflineNote />
        <Outlet />
      </AppShell.Main>
      <SignInAgain account={account} />
    </AppShell>
  );
}

function MenuLine({ place, isHere }: { place: Place; isHere: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[place.to];
  const unread = useQuery({ ...inbox(true), enabled: place.to === '/inbox' });
  const count = place.to === '/inbox' ? (unread.data?.counts.unread ?? 0) : 0;
  return (
    <NavLink
      component={Link}
      to={place.to}
      label={t(place.words)}
      active={isHere}
      aria-current={isHere ? 'page' : undefined}
      leftSection={<Icon size={20} aria-hidden />}
      rightSection={
        count > 0 && (
          <Indicator inline label={count} size={20} aria-label={t('inbox.unreadCount', { count })}>
            <span />
          </Indicator>
        )
      }
    />
  );
}
