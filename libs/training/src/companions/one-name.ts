import { fault, type Fault } from '../refusal.js';
import type { CompanionDirectory, CompanionRole } from './companion-directory.port.js';

type Payload = Record<string, unknown>;

/** Where events name a coach or mentor, and in which roles; in remediation the agency takes whoever has either. */
const NAMING: Record<string, (payload: Payload) => Record<string, readonly CompanionRole[]>> = {
  coachAssigned: () => ({ coach: ['coach'] }),
  mentorAssigned: () => ({ mentor: ['mentor'] }),
  remediationPlanned: () => ({ coach: ['coach', 'mentor'], mentor: ['mentor', 'coach'] }),
  briefingCompleted: ({ role }) => ({ person: role === 'coach' || role === 'mentor' ? [role] : [] }),
};

/** What is known of a journey's companions beside their roles. */
export interface JourneyCompanions {
  /** The direct superior of the roster: the in-training mentor as a rule, with or without the role. */
  superiorNip: string | null;
  /** Whoever accompanies the participant already, by role. */
  present: Record<CompanionRole, readonly string[]>;
}

export interface Named {
  payload: Payload;
  /** Names that nobody bears, and people without the role. */
  faults: Fault[];
}

/**
 * The payload with companions under their own id, whatever name they were given: a briefing recorded under a user name must
 * open the gate for the coach assigned by id, and nobody may score a participant whom he accompanies under another name.
 *
 * @param journey asked only where the role alone does not settle it.
 */
export async function underOneName(
  companions: CompanionDirectory,
  type: string,
  payload: Payload,
  journey: () => Promise<JourneyCompanions>,
): Promise<Named> {
  const naming = Object.hasOwn(NAMING, type) ? (NAMING[type]?.(payload) ?? {}) : {};
  const named: Named = { payload: { ...payload }, faults: [] };
  for (const [field, roles] of Object.entries(naming)) {
    const name = payload[field];
    if (typeof name !== 'string' || name.trim() === '' || roles.length === 0) continue;
    const found = await companionNamed(companions, name.trim(), roles, journey);
    if ('id' in found) named.payload[field] = found.id;
    else named.faults.push(faultOf(found.fault, field, name.trim(), roles));
  }
  return named;
}

type Found = { id: string } | { fault: 'companion.unknown' | 'companion.role_missing' };

async function companionNamed(
  companions: CompanionDirectory,
  name: string,
  roles: readonly CompanionRole[],
  journey: () => Promise<JourneyCompanions>,
): Promise<Found> {
  for (const role of roles) {
    const holder = await companions.withRole(name, role, null);
    if (holder !== null) return { id: holder };
  }
  const id = await companions.personNamed(name);
  if (id === null) return { fault: 'companion.unknown' };
  const { superiorNip, present } = await journey();
  if (roles.some((role) => present[role].includes(id))) return { id };
  const isSuperior = superiorNip !== null && (await companions.personNamed(superiorNip)) === id;
  return isSuperior && roles.includes('mentor') ? { id } : { fault: 'companion.role_missing' };
}

function faultOf(
  code: 'companion.unknown' | 'companion.role_missing',
  field: string,
  name: string,
  roles: readonly CompanionRole[],
): Fault {
  const path = `payload.${field}`;
  if (code === 'companion.unknown')
    return fault(
      path,
      code,
      `"${name}" tidak dikenal. Sebutkan nama akun, id akun, id orang, atau NIP yang terdaftar.`,
      `"${name}" is not known. Give a user name, an account id, a person id or a registered NIP.`,
    );
  return fault(
    path,
    code,
    `"${name}" tidak berperan ${roles.join(' atau ')} di lembaga mana pun.`,
    `"${name}" does not have the role of ${roles.join(' or ')} at any organisation.`,
  );
}
