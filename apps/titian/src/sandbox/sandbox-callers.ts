import {
  type AccessStore,
  createAccount,
  type Caller,
  type MembershipRole,
  type Organisation,
  type Person,
} from '#libs/access';
import { toInstant } from '#libs/calendar';
import type { SandboxAccount, SandboxWorld } from './sandbox-schema.js';

/** Everybody who does something while the sandbox is loaded, by user name. */
export type SandboxCallers = ReadonlyMap<string, Caller>;

/** Organisations, people and accounts; whatever is there already stays. */
export async function settleWorld(access: AccessStore, world: SandboxWorld): Promise<SandboxCallers> {
  const byCode = await settleOrganisations(access, world);
  const callers = new Map<string, Caller>();
  for (const account of world.accounts) {
    const person = account.person ? ((await access.savePersons([account.person]))[0] ?? null) : null;
    callers.set(account.username, await settleAccount(access, world, account, person, byCode));
  }
  return callers;
}

async function settleOrganisations(
  access: AccessStore,
  { organisations }: SandboxWorld,
): Promise<ReadonlyMap<string, Organisation>> {
  const saved = await access.saveOrganisations(organisations);
  const byCode = new Map(saved.map((one) => [one.code, one]));
  for (const { code, unitOf, accreditations = [] } of organisations) {
    const { id } = organisationOf(byCode, code);
    if (unitOf !== undefined) await access.placeUnder(id, organisationOf(byCode, unitOf).id);
    for (const accreditation of accreditations) await access.saveAccreditation(id, accreditation);
  }
  return byCode;
}

function organisationOf(byCode: ReadonlyMap<string, Organisation>, code: string): Organisation {
  const organisation = byCode.get(code);
  if (!organisation) throw new Error(`the sandbox has no organisation ${code}`);
  return organisation;
}

async function settleAccount(
  access: AccessStore,
  { password, clock }: SandboxWorld,
  { username, memberships }: SandboxAccount,
  person: Person | null,
  byCode: ReadonlyMap<string, Organisation>,
): Promise<Caller> {
  const existing = await access.accountByUsername(username);
  const personId = person?.id ?? null;
  if (!existing) {
    const created = await createAccount(access, {
      ...{ username, password, personId, memberships, sandbox: true },
      since: toInstant(clock.begins),
    });
    if (!created.ok) throw new Error(`the sandbox account ${username} was refused: ${created.refusal.code}`);
  }
  const accountId = existing?.id ?? (await access.accountByUsername(username))?.id ?? '';
  return {
    accountId,
    personId,
    username,
    memberships: memberships.map(({ orgCode, role }) => membershipOf(byCode, orgCode, role)),
  };
}

function membershipOf(
  byCode: ReadonlyMap<string, Organisation>,
  orgCode: string,
  role: MembershipRole,
): Caller['memberships'][number] {
  const { id, kind } = organisationOf(byCode, orgCode);
  return { org: id, orgCode, kind, role };
}

/** A participant acts for himself, account or not. */
export function participantCaller(personId: string, agency: Organisation): Caller {
  const membership = {
    org: agency.id,
    orgCode: agency.code,
    kind: agency.kind,
    role: 'participant' as const,
  };
  return { accountId: personId, personId, username: '', memberships: [membership] };
}
