/** Offices whose holders see and decide about others; participants, coaches and mentors are never obliged. */
const OFFICES = ['institute', 'centre', 'admin', 'lan', 'operator'];

/** Whether an organisation asks a second factor of the row `account`, for an office that it holds there. */
export const SECOND_FACTOR_REQUIRED = `exists (
  select 1 from membership held join organisation asking on asking.id = held.organisation_id
  where held.account_id = account.id and asking.second_factor_required
    and held.role in (${OFFICES.map((office) => `'${office}'`).join(', ')}))`;

/** Whether it is asked and the account has none. */
export const SECOND_FACTOR_OWED = `(${SECOND_FACTOR_REQUIRED} and not exists (
  select 1 from second_factor where second_factor.account_id = account.id and confirmed_at is not null))`;
