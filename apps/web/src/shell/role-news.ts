import type { QueryClient } from '@tanstack/react-query';
import { me } from '../api/queries.js';

/** Tabs of one browser share a session: what one of them becomes, all of them are. */
const CHANNEL = 'titian.role';

/** Told to the other tabs; whoever tells it does not hear it. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Nothing of what was shown to the former role stays; the page is asked for anew as the present one. Answers how to stop. */
export function followOtherTabs(queries: QueryClient): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => {
    const [mine] = me().queryKey;
    const isMine = (queryKey: readonly unknown[]) => queryKey.length === 1 && queryKey[0] === mine;
    void queries
      .refetchQueries({ queryKey: me().queryKey, exact: true })
      .then(() => queries.resetQueries({ predicate: ({ queryKey }) => !isMine(queryKey) }));
  };
  return () => channel.close();
}
