import type { SandboxDoor } from '../../../api/src/index.js';
import type { SandboxWorld } from './sandbox-schema.js';

/** What the page offers to whoever looks around: people to sign in as, with the organisations that they are of. */
export function doorOf({ accounts, organisations, password }: SandboxWorld): SandboxDoor {
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  return {
    password,
    // A program signs in by itself.
    accounts: accounts
      .filter(({ memberships }) => memberships.some(({ role }) => role !== 'lms'))
      .map(({ username, person, memberships }) => ({
        username,
        name: person?.name ?? null,
        memberships: memberships.map(({ orgCode, role }) => ({
          organisation: names.get(orgCode) ?? orgCode,
          role,
        })),
      })),
  };
}
