/**
 * What `engine_advance_v2` writes, for many instances in one round trip: a list for each column, so that nothing is read as
 * JSON but what is kept as JSON. Half of what `engine_write_v2` costs went into taking its records apart. False when somebody
 * else wrote one of the instances first; the caller then rolls back.
 *
 * Rows of other tables name their unit by its place in the lists (`…_unit`), whose numbers, times and ids are found there
 * without a search. `seals`: salt and digest of the message, then salt, digest, predecessor and hash of the entry, 160
 * bytes a unit. Lists within lists are texts parted by `chr(31)`. Each unit touches a deadline once before it arms any,
 * and closes tasks before it opens any. The settings hold for the function alone: its joins are of given rows with keys,
 * and a plan made while a table was empty must not scan it when it is full.
 */
export const ENGINE_ADVANCE_MANY_V1 = `
create function engine_advance_many_v1(
  i_org uuid[], i_ins uuid[], i_expected integer[], i_snapshot jsonb[], i_state text[], i_status text[], i_action text[],
  i_owner text[], i_deadline text[], i_due timestamptz[], i_at timestamptz[], i_tally text[], i_late boolean[],
  i_was text[], i_was_late boolean[], seals bytea, m_id text[], m_outcome jsonb[], e_type text[], e_data jsonb[],
  e_actor text[], e_role text[], e_version integer[],
  d_unit integer[], d_op text[], d_name text[], d_due timestamptz[], d_on date[], d_why jsonb[],
  a_unit integer[], a_id uuid[], a_name text[], a_due timestamptz[], a_on date[], a_why jsonb[],
  c_unit integer[], c_any boolean[], c_kinds text[], c_keys text[], c_cause text[], c_actor text[],
  t_unit integer[], t_id uuid[], t_kind text[], t_key text[], t_role text[], t_candidate text[], t_priority integer[],
  t_deadline text[], t_due timestamptz[], t_events jsonb[], t_subject jsonb[],
  f_unit integer[], f_id uuid[], f_code text[], f_params jsonb[],
  x_unit integer[], x_id uuid[], x_ordinal integer[], x_kind text[], x_payload jsonb[], x_actor text[], x_role text[],
  x_ready timestamptz
) returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  written integer;
  several uuid[];
begin
  with moved as (
    update instance set snapshot = g.snapshot, state = string_to_array(g.state, chr(31)), status = g.status,
        revision = g.expected + 1, head = substring(seals from 160 * g.n::integer - 31 for 32), next_action = g.action,
        next_owner = g.owner, next_deadline = g.deadline, next_due = g.due, updated_at = g.at, tally_state = g.tally,
        tally_late = g.late
      from unnest(i_org, i_ins, i_expected, i_snapshot, i_state, i_status, i_action, i_owner, i_deadline, i_due, i_at,
        i_tally, i_late, i_was, i_was_late) with ordinality as g (org, ins, expected, snapshot, state, status, action,
        owner, deadline, due, at, tally, late, was, was_late, n)
      where instance.org_id = g.org and instance.id = g.ins and instance.revision = g.expected
      returning g.org, instance.cohort_id, g.tally, g.late, g.was, g.was_late
  ), counted as (
    insert into cohort_tally (org_id, cohort_id, state, late, n)
      select org, cohort_id, change.state, change.late, sum(change.n)
      from moved cross join lateral (values (was, was_late, -1), (tally, moved.late, 1)) as change (state, late, n)
      where cohort_id is not null and change.state is not null
        and (tally is distinct from was or moved.late is distinct from was_late)
      group by 1, 2, 3, 4 having sum(change.n) <> 0
  )
  select count(*) into written from moved;
  if written <> cardinality(i_org) then
    return false;
  end if;

  insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    select org, ins, message, substring(seals from 160 * n::integer - 159 for 16),
      substring(seals from 160 * n::integer - 143 for 32), outcome, at
    from unnest(i_org, i_ins, m_id, m_outcome, i_at) with ordinality as g (org, ins, message, outcome, at, n);
  insert into event (org_id, instance_id, seq, type, data, salt, digest, prev_hash, hash, actor_id, actor_role, at,
      message_id, definition_version)
    select org, ins, expected + 1, type, data, substring(seals from 160 * n::integer - 111 for 16),
      substring(seals from 160 * n::integer - 95 for 32), substring(seals from 160 * n::integer - 63 for 32),
      substring(seals from 160 * n::integer - 31 for 32), actor, role, at, message, version
    from unnest(i_org, i_ins, i_expected, e_type, e_data, e_actor, e_role, i_at, m_id, e_version) with ordinality
      as g (org, ins, expected, type, data, actor, role, at, message, version, n);

  if d_unit is not null then
    update deadline set
        status = case g.op when 'fire' then 'fired' when 'cancel' then 'cancelled' else 'armed' end,
        fired_at = case g.op when 'fire' then i_at[g.unit] end,
        closed_by_seq = case when g.op <> 'move' then i_expected[g.unit] + 1 end,
        due_at = coalesce(g.due, due_at), due_on = coalesce(g."on", due_on), why = coalesce(g.why, deadline.why),
        set_by_seq = case g.op when 'move' then i_expected[g.unit] + 1 else set_by_seq end
      from unnest(d_unit, d_op, d_name, d_due, d_on, d_why) as g (unit, op, name, due, "on", why)
      where deadline.org_id = i_org[g.unit] and deadline.instance_id = i_ins[g.unit] and deadline.name = g.name
        and deadline.status = 'armed';
    get diagnostics written = row_count;
    if written <> cardinality(d_unit) then
      raise exception '% deadline(s) have no armed row to fire, cancel or move', cardinality(d_unit) - written;
    end if;
  end if;
  if a_unit is not null then
    insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
      select i_org[unit], id, i_ins[unit], name, due, "on", why, 'armed', i_expected[unit] + 1
      from unnest(a_unit, a_id, a_name, a_due, a_on, a_why) as g (unit, id, name, due, "on", why);
  end if;

  if c_unit is not null then
    update task set closed_at = i_at[g.unit], closed_by = g.actor,
        status = case when task.events ? g.cause then 'done' else 'closed' end
      from unnest(c_unit, c_any, c_kinds, c_keys, c_cause, c_actor) as g ("unit", "any", kinds, keys, cause, actor)
      where task.org_id = i_org[g.unit] and task.instance_id = i_ins[g.unit] and task.closed_at is null
        and (g."any" or task.kind = any(string_to_array(g.kinds, chr(31))) or task.key = any(string_to_array(g.keys, chr(31))));
  end if;
  if 'final' = any(i_status) then
    update task set closed_at = g.at, closed_by = null, status = 'closed'
      from unnest(i_org, i_ins, i_status, i_at) as g (org, ins, status, at)
      where g.status = 'final' and task.org_id = g.org and task.instance_id = g.ins and task.closed_at is null;
  end if;
  -- Tasks that were open before follow the date of their deadline; new ones have it.
  if a_unit is not null then
    update task set due_at = g.due
      from unnest(a_unit, a_name, a_due) as g (unit, name, due)
      where task.org_id = i_org[g.unit] and task.instance_id = i_ins[g.unit] and task.closed_at is null
        and task.due_deadline = g.name and task.due_at is distinct from g.due;
  end if;
  if 'move' = any(d_op) then
    update task set due_at = g.due
      from unnest(d_unit, d_op, d_name, d_due) as g (unit, op, name, due)
      where g.op = 'move' and task.org_id = i_org[g.unit] and task.instance_id = i_ins[g.unit]
        and task.closed_at is null and task.due_deadline = g.name and task.due_at is distinct from g.due;
  end if;
  if t_unit is not null then
    with fresh as (
      insert into task (org_id, id, instance_id, kind, key, role, candidate_role, priority, due_deadline, due_at, status,
          events, subject, opened_at, opened_by_seq, candidate_org, candidates, assignee)
        select i_org[g.unit], g.id, i_ins[g.unit], g.kind, g.key, g.role, g.candidate, g.priority, g.deadline, g.due,
          'open', g.events, g.subject, i_at[g.unit], i_expected[g.unit] + 1,
          case when party.n = 0 then i_org[g.unit] when party.n = 1 then party.one_org end,
          case when party.n = 1 and party.one_person is not null then jsonb_build_array(party.one_person) else '[]' end,
          case when party.n = 1 then party.one_person end
        from unnest(t_unit, t_id, t_kind, t_key, t_role, t_candidate, t_priority, t_deadline, t_due, t_events, t_subject)
          as g (unit, id, kind, key, role, candidate, priority, deadline, due, events, subject)
        cross join lateral (
          select count(*) as n, min(p.party_org::text)::uuid as one_org, min(p.person_id::text)::uuid as one_person
          from journey_party p
          where p.org_id = i_org[g.unit] and p.instance_id = i_ins[g.unit] and p.role = g.candidate) as party
        on conflict (org_id, instance_id, key) where status in ('open', 'claimed') do nothing
        returning instance_id, candidate_org
    )
    select array_agg(distinct instance_id) into several from fresh where candidate_org is null;
    for k in 1 .. coalesce(cardinality(several), 0) loop
      perform engine_assign_tasks_v1(i_org[array_position(i_ins, several[k])], several[k], null);
    end loop;
  end if;

  if f_unit is not null then
    insert into flag (org_id, id, instance_id, seq, code, params, at)
      select i_org[unit], id, i_ins[unit], i_expected[unit] + 1, code, params, i_at[unit]
      from unnest(f_unit, f_id, f_code, f_params) as g (unit, id, code, params);
  end if;
  if x_unit is not null then
    insert into outbox (org_id, id, instance_id, seq, ordinal, kind, payload, actor_id, actor_role, at, next_attempt_at)
      select i_org[unit], id, i_ins[unit], i_expected[unit] + 1, ordinal, kind, payload, actor, role, i_at[unit], x_ready
      from unnest(x_unit, x_id, x_ordinal, x_kind, x_payload, x_actor, x_role)
        as g (unit, id, ordinal, kind, payload, actor, role);
  end if;
  return true;
end $$`;
