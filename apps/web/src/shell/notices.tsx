import { notificationsStore } from '@mantine/notifications';
import { useEffect, useState, type ComponentType } from 'react';

/** What was just done, said in a corner; its parts come with the first thing to say. Without a network the next one asks for them again. */
export function Notices() {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(
    () =>
      notificationsStore.subscribe(() => {
        import('./shown-notices.js').then(
          ({ ShownNotices }) => setShown(() => ShownNotices),
          () => undefined,
        );
      }),
    [],
  );
  return Shown && <Shown />;
}
