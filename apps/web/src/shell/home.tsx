import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { me } from '../api/queries.js';
import { placesOf } from './roles.js';

export function Home() {
  const { data: account } = useSuspenseQuery(me());
  const [first] = account ? placesOf(account) : [];
  return first ? <Navigate to={first.to} replace /> : null;
}
