/** Under which role an event is sent; the same word stands on tasks and on whose turn it is. */
export const ROLES = [
  'institute',
  'centre',
  'examiner',
  'coach',
  'mentor',
  'participant',
  'agency',
  'lms',
  'lan',
  'system',
] as const;

export type Role = (typeof ROLES)[number];
