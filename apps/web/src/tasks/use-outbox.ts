import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../api/queries.js';
import { say } from '../parts/say.js';
import { parcelsOf, sendOutbox, watchOutbox, type Parcel } from './outbox.js';
import './words.js';

const AGAIN_MS = 20_000;

/** What waits to be sent, of whoever is signed in; it goes by itself as soon as there is a network. */
export function useOutbox() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const account = useQuery(me()).data?.id ?? '';
  const parcels = useSyncExternalStore(watchOutbox, () => parcelsOf(account));
  const waiting = parcels.filter(({ refused }) => refused === null).length;
  const send = useCallback(
    () =>
      sendOutbox(account, ({ person }: Parcel) => {
        say(t('tasks.outbox.arrived', { person }));
        void queries.invalidateQueries();
      }),
    [account, queries, t],
  );
  useEffect(() => {
    if (waiting === 0) return;
    const attempt = () => {
      if (navigator.onLine) void send();
    };
    attempt();
    window.addEventListener('online', attempt);
    const timer = window.setInterval(attempt, AGAIN_MS);
    return () => {
      window.removeEventListener('online', attempt);
      window.clearInterval(timer);
    };
  }, [waiting, send]);
  return { account, parcels, send };
}
