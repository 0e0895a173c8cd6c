/**
 * Resolves the candidates of an instance's open tasks from its parties; of one role, or of tasks that have none yet.
 * Where no party has the role, the owning organisation's members of it are meant. A single person is assigned at once;
 * who claimed a task keeps it while still a candidate.
 */
export const ASSIGN_TASKS_V1 = `
create function engine_assign_tasks_v1(org uuid, ins uuid, of_role text) returns void language sql as $$
  with resolved as (
    select unresolved.id, unresolved.status, unresolved.assignee,
      coalesce((select min(party_org::text)::uuid from journey_party p
        where p.org_id = org and p.instance_id = ins and p.role = unresolved.candidate_role), org) as candidate_org,
      coalesce((select jsonb_agg(distinct p.person_id) from journey_party p
        where p.org_id = org and p.instance_id = ins and p.role = unresolved.candidate_role and p.person_id is not null),
        '[]') as candidates
    from task unresolved
    where unresolved.org_id = org and unresolved.instance_id = ins and unresolved.status in ('open', 'claimed')
      and case when of_role is null then unresolved.candidate_org is null else unresolved.candidate_role = of_role end
  ), judged as (
    select id, candidate_org, candidates,
      status = 'claimed' and (candidates = '[]' or candidates ? assignee::text) as keeps,
      case when jsonb_array_length(candidates) = 1 then (candidates ->> 0)::uuid end as only_one
    from resolved
  )
  update task set
    candidate_org = judged.candidate_org,
    candidates = judged.candidates,
    assignee = case when keeps then assignee else only_one end,
    status = case when keeps then 'claimed' else 'open' end
  from judged where task.id = judged.id
$$`;
