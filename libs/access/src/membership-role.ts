/**
 * What a person or a program may be in an organisation; `system` is the engine itself and nobody's membership.
 * `institute` organises classes, `centre` assesses, `examiner` trains and examines, `agency` is an agency's personnel
 * officer, `superior` a participant's direct superior there, `lan` monitors, `operator` runs the installation, and
 * `admin` keeps an organisation's units, accounts and memberships and sees no journey by it.
 */
export const MEMBERSHIP_ROLES = [
  'institute',
  'centre',
  'examiner',
  'coach',
  'mentor',
  'superior',
  'participant',
  'agency',
  'lms',
  'lan',
  'admin',
  'operator',
] as const;

export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];
