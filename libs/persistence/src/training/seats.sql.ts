/** Who holds which role where: the person, or an account that belongs to none. Whoever may not come in is told nothing. */
export const SEATS = `
  select distinct membership.organisation_id as org, membership.role,
    coalesce(membership.person_id, account.person_id, account.id) as actor
  from membership left join account on account.id = membership.account_id
  where account.disabled_at is null`;
