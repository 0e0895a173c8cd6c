import type { Member } from '#libs/access';
import { withOffset, type Instant, type Zone } from '#libs/calendar';

/**
 * Somebody's role in an organisation, at the time of day there. Of a NIP only its end is told: enough to tell people of one
 * name apart.
 */
export function memberView(member: Member, zone: string): Member {
  const { id, organisationId, role, account, person, givenBy, ends } = member;
  const there = (at: string) => withOffset(at as Instant, zone as Zone);
  return {
    ...{ id, organisationId, role, account, givenBy, ends },
    since: member.since && there(member.since),
    person: person && { ...person, nip: person.nip === null ? null : `…${person.nip.slice(-4)}` },
    ended: member.ended && { ...member.ended, until: there(member.ended.until) },
  };
}
