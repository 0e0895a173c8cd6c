import type { Member } from '#libs/access';

/** Somebody's role in an organisation. Of a NIP only its end is told: enough to tell people of one name apart. */
export function memberView(member: Member): Member {
  const { id, organisationId, role, since, givenBy, account, person, ended } = member;
  const told = person && { ...person, nip: person.nip === null ? null : `…${person.nip.slice(-4)}` };
  return { id, organisationId, role, since, givenBy, account, person: told, ended };
}
