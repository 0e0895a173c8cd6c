import type { CompanionDirectory } from './companion-directory.port.js';

type Payload = Record<string, unknown>;

/** Where events name a coach or mentor. */
const NAMING: Record<string, readonly string[]> = {
  coachAssigned: ['coach'],
  mentorAssigned: ['mentor'],
  briefingCompleted: ['person'],
  remediationPlanned: ['coach', 'mentor'],
};

/**
 * The payload with companions under their own id, whatever name they were given: a briefing recorded under a user name must
 * open the gate for the coach assigned by id, and nobody may score a participant whom he accompanies under another name.
 * Names that nobody bears stay as they are.
 */
export async function underOneName(
  companions: CompanionDirectory,
  type: string,
  payload: Payload,
): Promise<Payload> {
  const fields = Object.hasOwn(NAMING, type) ? (NAMING[type] ?? []) : [];
  const named: Payload = {};
  for (const field of fields) {
    const name = payload[field];
    const person = typeof name === 'string' ? await companions.personNamed(name.trim()) : null;
    if (person !== null) named[field] = person;
  }
  return { ...payload, ...named };
}
