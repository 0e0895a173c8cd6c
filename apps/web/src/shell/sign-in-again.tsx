import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Refused } from '../api/problem.js';
import type { Account } from './roles.js';

const SignInDialog = lazy(() =>
  import('./sign-in-dialog.js').then((module) => ({ default: module.SignInDialog })),
);

const isExpired = (error: unknown) => error instanceof Refused && error.status === 401;

/** An expired session is renewed over the page, so that nothing that was typed on it is lost. */
export function SignInAgain({ account }: { account: Account }) {
  const queries = useQueryClient();
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    // An error that was had before is still there while what it was about is asked for anew.
    const stops = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error' && isExpired(event.action.error))
          setNeeded(true);
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error' && isExpired(event.action.error))
          setNeeded(true);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
  const done = () => {
    setNeeded(false);
    void queries.invalidateQueries();
  };
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <SignInDialog username={account.username} onDone={done} onClose={() => setNeeded(false)} />
    </Suspense>
  );
}
