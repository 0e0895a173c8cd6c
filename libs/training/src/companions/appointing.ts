import { organisationsOf, type Caller } from '#libs/access';
import type { Appointing, NamedRole } from './people-directory.port.js';

/**
 * Whom a caller may name. An institute has coaches and examiners of its own, and mentors at the agencies that send it
 * people; an agency names its own, and those of the institutes that train its people, and for its workplace coaching takes
 * whoever is coach or mentor.
 */
export function appointingOf(caller: Caller, role: NamedRole): Appointing {
  const institutes = organisationsOf(caller, 'institute');
  const agencies = role === 'examiner' ? [] : organisationsOf(caller, 'agency');
  const isCompanion = role === 'coach' || role === 'mentor';
  return {
    roles: institutes.length === 0 && isCompanion ? ['coach', 'mentor'] : [role],
    organisations: [...new Set([...institutes, ...agencies])],
    trainers: role === 'mentor' ? institutes : [],
    trained: agencies,
  };
}
