import { createHash } from 'node:crypto';

/** From where somebody signs in. */
export interface Place {
  /** As the server sees it; behind a proxy that is trusted, as the proxy says. */
  address: string;
  /** The token that this browser was given when somebody signed in there; null for one that never was. */
  device: string | null;
  /** What the program says of itself, for the list of sessions. */
  agent: string | null;
}

/** Programs sign in anew each time and keep no cookie. */
export function keepsCookies({ agent }: Place): boolean {
  return agent?.startsWith('Mozilla/') ?? false;
}

const LONGEST_AGENT = 200;

export function placeOf(address: string, device: string | null, agent: string | undefined): Place {
  return { address: plainAddress(address), device, agent: agent?.slice(0, LONGEST_AGENT) ?? null };
}

/** IPv4 within IPv6 is IPv4; of IPv6 the network counts (/64, RFC 6177), for within it a host has addresses without end. */
export function plainAddress(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]!.split('::', 2);
  const [first, last] = [head, tail ?? ''].map((side) => (side === '' ? [] : side.split(':')));
  const gap = tail === undefined ? 0 : 8 - first!.length - last!.length;
  const groups = [...first!, ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...last!];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Keys of counts and places are kept as digests only: the tables tell nobody who was where. */
export function digestOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
