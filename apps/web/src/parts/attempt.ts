import { useState } from 'react';

/** A key for one attempt at something: sent again after a lost network it counts once; `renew` begins another attempt. */
export function useAttempt(): { headers: { 'Idempotency-Key': string }; renew: () => void } {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return { headers: { 'Idempotency-Key': key }, renew: () => setKey(crypto.randomUUID()) };
}
