import { Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import {
  IconAlertTriangle,
  IconBuilding,
  IconCalendar,
  IconStack2,
  IconInbox,
  IconListCheck,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, inbox, me } from '../api/queries.js';
import { mayBeSignedIn } from '../api/session.js';
import { Answer, Waiting } from '../parts/answer.js';
import { useTabTitle } from '../parts/tab-title.js';
import { AccountLink } from './account-link.js';
import { OfflineNote } from './offline-note.js';
import { PeopleSearch } from './people-search.js';
import { followOtherTabs } from './role-news.js';
import { placesOf, seesJourneys, type Account, type Place } from './roles.js';
import { SignIn } from './sign-in.js';
import { SignInAgain } from './sign-in-again.js';

const ICONS: Record<Place['to'], typeof IconInbox> = {
  '/cohorts': IconUsersGroup,
  '/journeys': IconUsers,
  '/mine': IconUsers,
  '/tasks': IconListCheck,
  '/incidents': IconAlertTriangle,
  '/operations': IconStack2,
  '/timetable': IconCalendar,
  '/inbox': IconInbox,
  '/agency': IconUsers,
  '/assessments': IconListCheck,
  '/administration': IconBuilding,
};

// Only a sandbox has one.
const TimeMachine = lazy(() =>
  import('./time-machine.js').then((module) => ({ default: module.TimeMachine })),
);

// For whoever comes by a link of a letter, and for whoever must first prove himself better.
const SetPassword = lazy(() =>
  import('../door/set-password.js').then((module) => ({ default: module.SetPassword })),
);
const FactorDuty = lazy(() =>
  import('../security/factor-duty.js').then((module) => ({ default: module.FactorDuty })),
);

/** Whoever is not signed in sees the door, at whatever address; afterwards the page that was asked for. */
export function Shell() {
  const account = useQuery(me());
  // Asked for at once: a banner that came late would push away what somebody is about to press.
  const time = useQuery({ ...clock(), enabled: mayBeSignedIn() });
  const { pathname } = useLocation();
  const queries = useQueryClient();
  useEffect(() => followOtherTabs(queries), [queries]);
  if (pathname === '/set-password')
    return (
      <Suspense fallback={<Waiting />}>
        <SetPassword />
      </Suspense>
    );
  return (
    <Answer of={account}>
      {(known) => {
        if (!known) return <SignIn />;
        if (known.owesSecondFactor)
          return (
            <Suspense fallback={<Waiting />}>
              <FactorDuty />
            </Suspense>
          );
        return time.isLoading ? <Waiting /> : <House account={known} />;
      }}
    </Answer>
  );
}

function House({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [isOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const time = useQuery(clock());
  const close = menu.close;
  const places = placesOf(account);
  const here = places.find(({ to }) => isWithin(pathname, to));
  useTabTitle([here && t(here.words)], 'house');
  useEffect(close, [pathname, close]);
  return (
    <div className="house">
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <header className="house-head">
        <Burger
          opened={isOpen}
          onClick={menu.toggle}
          hiddenFrom="sm"
          size="sm"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'nav.close' : 'nav.open')}
        />
        <Link to="/" className="house-name">
          {t('product')}
        </Link>
        {seesJourneys(account) && <PeopleSearch />}
        <AccountLink account={account} />
      </header>
      <nav className={isOpen ? 'house-places open' : 'house-places'} aria-label={t('nav.main')}>
        {places.map((place) => (
          <MenuLine key={place.to} place={place} isHere={place === here} />
        ))}
      </nav>
      <main className="house-content" id="content" tabIndex={-1}>
        <Suspense fallback={<div className="time-machine-place" />}>
          {time.data && <TimeMachine account={account} now={time.data.now} />}
        </Suspense>
        <OfflineNote />
        <Outlet />
      </main>
      <SignInAgain account={account} />
    </div>
  );
}

/** A participant has one journey, which stands where everybody's stand. */
const isWithin = (pathname: string, to: Place['to']) =>
  pathname.startsWith(to === '/mine' ? '/journeys' : to);

function MenuLine({ place, isHere }: { place: Place; isHere: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[place.to];
  const unread = useQuery({ ...inbox(true), enabled: place.to === '/inbox' });
  const count = place.to === '/inbox' ? (unread.data?.counts.unread ?? 0) : 0;
  return (
    <Link to={place.to} className="place" aria-current={isHere ? 'page' : undefined}>
      <Icon size={20} aria-hidden />
      <span>{t(place.words)}</span>
      {count > 0 && (
        <span className="place-count">
          {count}
          <span className="said"> {t('inbox.unread')}</span>
        </span>
      )}
    </Link>
  );
}
