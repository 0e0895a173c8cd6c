/** Whether nobody has accepted that this person's data be used no more than the duty needs. */
export const unrestricted = (person: string) =>
  `not exists (select from data_request restricted where restricted.person_id = ${person}
    and restricted.kind = 'restriction' and restricted.status = 'accepted')`;
