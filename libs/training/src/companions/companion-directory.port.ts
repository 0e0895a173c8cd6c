/** Finds a coach or mentor under any of the names by which people know him. */
export interface CompanionDirectory {
  /** By a person's id, an account's id or a user name; null where nobody known bears it. */
  personNamed(named: string): Promise<string | null>;
  /** The same, for somebody with this role; at this organisation, where one is given. */
  withRole(named: string, role: 'coach' | 'mentor', organisationId: string | null): Promise<string | null>;
}
