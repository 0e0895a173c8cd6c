/**
 * Who holds which role where: the person, or an account that belongs to none. An agency's personnel officer has his seat in
 * its units as well, at every depth. Whoever may not come in is told nothing.
 */
export const SEATS = `
  with recursive below (org, unit) as (
    select parent_id, id from organisation where parent_id is not null
    union select below.org, deeper.id from below join organisation deeper on deeper.parent_id = below.unit)
  select distinct place.org, membership.role, coalesce(membership.person_id, account.person_id, account.id) as actor
  from membership left join account on account.id = membership.account_id
  cross join lateral (
    select membership.organisation_id as org
    union all select below.unit from below where membership.role = 'agency' and below.org = membership.organisation_id
  ) place
  where account.disabled_at is null`;
