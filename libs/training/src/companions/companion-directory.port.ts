export type CompanionRole = 'coach' | 'mentor';

/** Finds a coach or mentor under any of the names by which people know him. */
export interface CompanionDirectory {
  /** By a person's id, an account's id, a user name or a NIP; null where nobody known bears it. */
  personNamed(named: string): Promise<string | null>;
  /** The same, for somebody with this role; at this organisation, where one is given. */
  withRole(named: string, role: CompanionRole, organisationId: string | null): Promise<string | null>;
}
