import type { paths } from '../api/schema.js';

type Query = NonNullable<paths['/api/v1/accounts']['get']['parameters']['query']>;

/** Yes or no about an account. */
const ANSWERS = ['yes', 'no'] as const;
type YesOrNo = (typeof ANSWERS)[number];

export interface AccountFilter {
  q?: string;
  role?: NonNullable<Query['role']>;
  organisation?: string;
  disabled?: YesOrNo;
  secondFactor?: YesOrNo;
}

export const ROLES = [
  ...['institute', 'examiner', 'coach', 'mentor', 'centre', 'agency', 'superior', 'participant'],
  ...['admin', 'lan', 'operator', 'lms'],
] as NonNullable<Query['role']>[];

export function accountFilterOf(search: Record<string, unknown>): AccountFilter {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const [q, organisation] = [text(search['q']), text(search['organisation'])];
  const role = ROLES.find((one) => one === search['role']);
  const disabled = ANSWERS.find((one) => one === search['disabled']);
  const secondFactor = ANSWERS.find((one) => one === search['secondFactor']);
  return {
    ...(q !== undefined && { q }),
    ...(role && { role }),
    ...(organisation !== undefined && { organisation }),
    ...(disabled && { disabled }),
    ...(secondFactor && { secondFactor }),
  };
}
