/** What a person or a program may be in an organisation; `system` is the engine itself and nobody's membership. */
export const MEMBERSHIP_ROLES = [
  'institute',
  'centre',
  'examiner',
  'coach',
  'mentor',
  'participant',
  'agency',
  'lms',
  'lan',
] as const;

export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];
