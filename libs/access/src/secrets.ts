import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's second choice for argon2id (19 MiB, two passes, one lane): about 25 ms on a small machine.
const ARGON2ID = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

export function passwordFits(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

/** 256 random bits; only the hash of it is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain digest is enough here: the token is random, there is nothing to guess. */
export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
