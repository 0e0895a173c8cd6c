/** The name under which somebody is known at sign-in, by the opaque id under which he acts. */
export function usernameOf(actorId: string): string {
  return `coalesce((select account.username from account
    where account.id::text = ${actorId} or account.person_id::text = ${actorId} order by account.username limit 1), '')`;
}
