/**
 * The step of one instance in one round trip: false when somebody else wrote first, and then nothing was written. The
 * same rows as `engine_write_v2` makes of a batch of one, at about three quarters of its cost: parameters have their
 * types, what is not there costs no statement, and single rows need no join. A unit's deadlines and tasks are written in
 * its own order.
 *
 * Rows carry the time and the actor of their own entry, which stands at `seq - expected`. `c_before`: how many tasks the
 * unit opens before it closes these. The settings hold for the function alone: its statements are of given keys, so a
 * plan made for one row is as good for any other, and one made while a table was empty must not scan it when it is full.
 */
export const ENGINE_ADVANCE_V1 = `
create function engine_advance_v1(
  org uuid, ins uuid, expected integer, new_snapshot jsonb, new_state text[], new_status text, new_revision integer,
  new_head bytea, new_action text, new_owner text, new_deadline text, new_due timestamptz, new_at timestamptz,
  new_tally text, new_late boolean, was_tally text, was_late boolean,
  m_id text, m_salt bytea, m_digest bytea, m_outcome jsonb,
  e_type text[], e_data jsonb[], e_salt bytea[], e_digest bytea[], e_prev bytea[], e_hash bytea[], e_actor text[],
  e_role text[], e_at timestamptz[], e_message text[], e_version integer[],
  d_op text[], d_name text[], d_seq integer[], d_id uuid[], d_due timestamptz[], d_on date[], d_why jsonb[],
  c_before integer[], c_kinds jsonb[], c_keys jsonb[], c_cause text[], c_actor text[], c_seq integer[],
  t_id uuid[], t_kind text[], t_key text[], t_role text[], t_candidate text[], t_priority integer[], t_deadline text[],
  t_events jsonb[], t_subject jsonb[], t_seq integer[],
  f_id uuid[], f_seq integer[], f_code text[], f_params jsonb[],
  x_id uuid[], x_seq integer[], x_ordinal integer[], x_kind text[], x_payload jsonb[], x_ready timestamptz
) returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  cohort uuid;
  closing integer := 1;
  opened constant integer := coalesce(cardinality(t_id), 0);
  party_org uuid;
  people jsonb;
begin
  update instance set snapshot = new_snapshot, state = new_state, status = new_status, revision = new_revision,
      head = new_head, next_action = new_action, next_owner = new_owner, next_deadline = new_deadline, next_due = new_due,
      updated_at = new_at, tally_state = new_tally, tally_late = new_late
    where org_id = org and id = ins and revision = expected
    returning cohort_id into cohort;
  if not found then
    return false;
  end if;
  if cohort is not null and (new_tally, new_late) is distinct from (was_tally, was_late) then
    insert into cohort_tally (org_id, cohort_id, state, late, n)
      select org, cohort, change.state, change.late, change.n
      from (values (was_tally, was_late, -1), (new_tally, new_late, 1)) as change (state, late, n)
      where change.state is not null;
  end if;

  insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    values (org, ins, m_id, m_salt, m_digest, m_outcome, new_at);
  for k in 1 .. cardinality(e_type) loop
    insert into event (org_id, instance_id, seq, type, data, salt, digest, prev_hash, hash, actor_id, actor_role, at,
        message_id, definition_version)
      values (org, ins, expected + k, e_type[k], e_data[k], e_salt[k], e_digest[k], e_prev[k], e_hash[k], e_actor[k],
        e_role[k], e_at[k], e_message[k], e_version[k]);
  end loop;

  for k in 1 .. coalesce(cardinality(d_op), 0) loop
    if d_op[k] = 'arm' then
      insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
        values (org, d_id[k], ins, d_name[k], d_due[k], d_on[k], d_why[k], 'armed', d_seq[k]);
      continue;
    elsif d_op[k] = 'move' then
      update deadline set due_at = d_due[k], due_on = d_on[k], why = d_why[k], set_by_seq = d_seq[k]
        where org_id = org and instance_id = ins and name = d_name[k] and status = 'armed';
    else
      update deadline set status = case d_op[k] when 'fire' then 'fired' else 'cancelled' end,
          fired_at = case d_op[k] when 'fire' then e_at[d_seq[k] - expected] end, closed_by_seq = d_seq[k]
        where org_id = org and instance_id = ins and name = d_name[k] and status = 'armed';
    end if;
    if not found then
      raise exception 'the deadline % has no armed row to %', d_name[k], d_op[k];
    end if;
  end loop;

  for k in 1 .. opened + 1 loop
    while c_before[closing] < k loop
      update task set closed_at = e_at[c_seq[closing] - expected], closed_by = c_actor[closing],
          status = case when events ? c_cause[closing] then 'done' else 'closed' end
        where org_id = org and instance_id = ins and closed_at is null
          and (c_kinds[closing] is null and c_keys[closing] is null or c_kinds[closing] ? kind or c_keys[closing] ? key);
      closing := closing + 1;
    end loop;
    exit when k > opened;
    select min(p.party_org::text)::uuid, coalesce(jsonb_agg(distinct p.person_id) filter (where p.person_id is not null), '[]')
      into party_org, people
      from journey_party p where p.org_id = org and p.instance_id = ins and p.role = t_candidate[k];
    insert into task (org_id, id, instance_id, kind, key, role, candidate_role, priority, due_deadline, due_at, status,
        events, subject, opened_at, opened_by_seq, candidate_org, candidates, assignee)
      values (org, t_id[k], ins, t_kind[k], t_key[k], t_role[k], t_candidate[k], t_priority[k], t_deadline[k],
        (select due_at from deadline
          where org_id = org and instance_id = ins and name = t_deadline[k] and status = 'armed'),
        'open', t_events[k], t_subject[k], e_at[t_seq[k] - expected], t_seq[k], coalesce(party_org, org), people,
        case when jsonb_array_length(people) = 1 then (people ->> 0)::uuid end)
      on conflict (org_id, instance_id, key) where status in ('open', 'claimed') do nothing;
  end loop;
  if new_status = 'final' then
    update task set closed_at = new_at, closed_by = null, status = 'closed'
      where org_id = org and instance_id = ins and closed_at is null;
  elsif 'arm' = any(d_op) or 'move' = any(d_op) then
    -- Tasks that were open before follow the date of their deadline.
    update task set due_at = d.due_at from deadline d
      where task.org_id = org and task.instance_id = ins and task.closed_at is null and task.due_deadline = any(d_name)
        and d.org_id = org and d.instance_id = ins and d.name = task.due_deadline and d.status = 'armed'
        and task.due_at is distinct from d.due_at;
  end if;

  for k in 1 .. coalesce(cardinality(f_id), 0) loop
    insert into flag (org_id, id, instance_id, seq, code, params, at)
      values (org, f_id[k], ins, f_seq[k], f_code[k], f_params[k], e_at[f_seq[k] - expected]);
  end loop;
  for k in 1 .. coalesce(cardinality(x_id), 0) loop
    insert into outbox (org_id, id, instance_id, seq, ordinal, kind, payload, actor_id, actor_role, at, next_attempt_at)
      values (org, x_id[k], ins, x_seq[k], x_ordinal[k], x_kind[k], x_payload[k], e_actor[x_seq[k] - expected],
        e_role[x_seq[k] - expected], e_at[x_seq[k] - expected], x_ready);
  end loop;
  return true;
end $$`;
