import { hasRole, organisationsOf, type Caller } from '#libs/access';

export interface NipOf {
  nip: string | null;
  personId: string | null;
  /** The institute that owns the journey. */
  orgId: string;
  /** The agency that sends him, by code. */
  agencyCode?: string;
}

/**
 * The NIP as a list shows it. In full to whoever needs it to tell people apart in their own papers: the organiser, the agency that
 * sends him, the centre that assesses him (its sheets go by NIP), and himself. Others see its last four digits, without the birth
 * date that it begins with.
 */
export function nipShown(caller: Caller, { nip, personId, orgId, agencyCode }: NipOf): string | null {
  if (nip === null) return null;
  const isOwn = caller.personId !== null && caller.personId === personId;
  const organises = organisationsOf(caller, 'institute', 'lms').includes(orgId);
  const sends = caller.memberships.some(
    ({ role, orgCode, units }) => role === 'agency' && (orgCode === agencyCode || (units ?? []).length > 0),
  );
  return isOwn || organises || sends || hasRole(caller, 'centre') ? nip : maskedNip(nip);
}

/** Its last four digits. */
export function maskedNip(nip: string): string {
  return `${'•'.repeat(Math.max(0, nip.length - 4))}${nip.slice(-4)}`;
}
