import { notificationsStore } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';

const Shown = lazy(() => import('./shown-notices.js').then((module) => ({ default: module.ShownNotices })));

/** What was just done, said in a corner; its parts come with the first thing to say. */
export function Notices() {
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => notificationsStore.subscribe(() => setNeeded(true)), []);
  return isNeeded ? (
    <Suspense fallback={null}>
      <Shown />
    </Suspense>
  ) : null;
}
