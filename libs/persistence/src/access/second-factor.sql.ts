/** Offices whose holders see and decide about others; participants, coaches and mentors are never obliged. */
const OFFICES = ['institute', 'centre', 'admin', 'lan', 'operator'];

const LIST = OFFICES.map((office) => `'${office}'`).join(', ');

/** Whether an organisation asks a second factor of the row `account`, for an office that it holds there. */
export const SECOND_FACTOR_REQUIRED = `exists (
  select 1 from membership held join organisation asking on asking.id = held.organisation_id
  where held.account_id = account.id and asking.second_factor_required
    and held.role in (${LIST}))`;

/** Whether it is asked and the account has none. */
export const SECOND_FACTOR_OWED = `(${SECOND_FACTOR_REQUIRED} and not exists (
  select 1 from second_factor where second_factor.account_id = account.id and confirmed_at is not null))`;

/** $1 an organisation: what it asks, and how many of whom it asks it have none yet. */
export const RULE = `
  select org.second_factor_required as required, count(distinct account.id)::int as officials,
    (count(distinct account.id) filter (where factor.account_id is null))::int as without
  from organisation org
  left join membership held on held.organisation_id = org.id and held.role in (${LIST})
  left join account on account.id = held.account_id and account.disabled_at is null
  left join second_factor factor on factor.account_id = account.id and factor.confirmed_at is not null
  where org.id = $1 group by org.id`;
