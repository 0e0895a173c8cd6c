/**
 * The step of one instance that wrote one entry and closed tasks before it opened any: nearly every step. False when
 * somebody else wrote first, and then nothing was written. The same rows as `engine_write_v2` makes of it at about half
 * its cost, for Postgres pays for each statement, each setting and each parameter more than for a row:
 *
 * - One entry, so that its time, actor and number are scalars and no row looks them up.
 * - `h_name`, `h_due`: dates that hold after the step, from its ledger. Tasks take theirs from there (`t_due` for new
 *   ones) without a look at the deadlines.
 * - Nothing is joined, so that one setting does: plans made while a table was empty must not scan it when it is full.
 * - Of one party, as nearly always, candidates need no sorting; those of several are resolved in a statement of its own.
 */
export const ENGINE_ADVANCE_V2 = `
create function engine_advance_v2(
  org uuid, ins uuid, expected integer, new_snapshot jsonb, new_state text[], new_status text,
  new_head bytea, new_action text, new_owner text, new_deadline text, new_due timestamptz, new_at timestamptz,
  new_tally text, new_late boolean, was_tally text, was_late boolean,
  m_id text, m_salt bytea, m_digest bytea, m_outcome jsonb,
  e_type text, e_data jsonb, e_salt bytea, e_digest bytea, e_prev bytea, e_actor text, e_role text, e_version integer,
  d_op text[], d_name text[], d_id uuid[], d_due timestamptz[], d_on date[], d_why jsonb[],
  h_name text[], h_due timestamptz[], c_any boolean, c_kinds text[], c_keys text[],
  t_id uuid[], t_kind text[], t_key text[], t_role text[], t_candidate text[], t_priority integer[], t_deadline text[],
  t_due timestamptz[], t_events jsonb[], t_subject jsonb[], flags json, effects json, x_ready timestamptz
) returns boolean language plpgsql set enable_seqscan = off as $$
declare
  cohort uuid;
  has_several boolean;
begin
  update instance set snapshot = new_snapshot, state = new_state, status = new_status, revision = expected + 1,
      head = new_head, next_action = new_action, next_owner = new_owner, next_deadline = new_deadline, next_due = new_due,
      updated_at = new_at, tally_state = new_tally, tally_late = new_late
    where org_id = org and id = ins and revision = expected
    returning cohort_id into cohort;
  if not found then
    return false;
  end if;
  if cohort is not null and (new_tally is distinct from was_tally or new_late is distinct from was_late) then
    if was_tally is not null and new_tally is not null then
      insert into cohort_tally (org_id, cohort_id, state, late, n)
        values (org, cohort, was_tally, was_late, -1), (org, cohort, new_tally, new_late, 1);
    else
      insert into cohort_tally (org_id, cohort_id, state, late, n)
        values (org, cohort, coalesce(new_tally, was_tally), coalesce(new_late, was_late),
          case when new_tally is null then -1 else 1 end);
    end if;
  end if;

  insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    values (org, ins, m_id, m_salt, m_digest, m_outcome, new_at);
  insert into event (org_id, instance_id, seq, type, data, salt, digest, prev_hash, hash, actor_id, actor_role, at,
      message_id, definition_version)
    values (org, ins, expected + 1, e_type, e_data, e_salt, e_digest, e_prev, new_head, e_actor, e_role, new_at, m_id,
      e_version);

  for k in 1 .. coalesce(cardinality(d_op), 0) loop
    if d_op[k] = 'arm' then
      insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
        values (org, d_id[k], ins, d_name[k], d_due[k], d_on[k], d_why[k], 'armed', expected + 1);
      continue;
    elsif d_op[k] = 'move' then
      update deadline set due_at = d_due[k], due_on = d_on[k], why = d_why[k], set_by_seq = expected + 1
        where org_id = org and instance_id = ins and name = d_name[k] and status = 'armed';
    else
      update deadline set status = case d_op[k] when 'fire' then 'fired' else 'cancelled' end,
          fired_at = case d_op[k] when 'fire' then new_at end, closed_by_seq = expected + 1
        where org_id = org and instance_id = ins and name = d_name[k] and status = 'armed';
    end if;
    if not found then
      raise exception 'the deadline % has no armed row to %', d_name[k], d_op[k];
    end if;
  end loop;

  -- One statement for what is closed and for what stays open and follows the date of its deadline.
  if c_any is not null or h_name is not null or new_status = 'final' then
    update task set
        closed_at = case when new_status = 'final' or (c_any or kind = any(c_kinds) or key = any(c_keys)) then new_at end,
        closed_by = case when (c_any or kind = any(c_kinds) or key = any(c_keys)) then e_actor end,
        status = case when (c_any or kind = any(c_kinds) or key = any(c_keys)) and events ? e_type then 'done'
          when new_status = 'final' or (c_any or kind = any(c_kinds) or key = any(c_keys)) then 'closed' else status end,
        due_at = case when new_status = 'final' or (c_any or kind = any(c_kinds) or key = any(c_keys)) then due_at
          else h_due[array_position(h_name, due_deadline)] end
      where org_id = org and instance_id = ins and closed_at is null
        and (new_status = 'final' or (c_any or kind = any(c_kinds) or key = any(c_keys))
          or due_deadline = any(h_name) and due_at is distinct from h_due[array_position(h_name, due_deadline)]);
  end if;
  for k in 1 .. coalesce(cardinality(t_id), 0) loop
    insert into task (org_id, id, instance_id, kind, key, role, candidate_role, priority, due_deadline, due_at, status,
        events, subject, opened_at, opened_by_seq, candidate_org, candidates, assignee)
      select org, t_id[k], ins, t_kind[k], t_key[k], t_role[k], t_candidate[k], t_priority[k], t_deadline[k], t_due[k],
        'open', t_events[k], t_subject[k], new_at, expected + 1,
        case when party.n = 0 then org when party.n = 1 then party.one_org end,
        case when party.n = 1 and party.one_person is not null then jsonb_build_array(party.one_person) else '[]' end,
        case when party.n = 1 then party.one_person end
      from (select count(*) as n, min(p.party_org::text)::uuid as one_org, min(p.person_id::text)::uuid as one_person
        from journey_party p where p.org_id = org and p.instance_id = ins and p.role = t_candidate[k]) as party
      on conflict (org_id, instance_id, key) where status in ('open', 'claimed') do nothing
      returning candidate_org is null into has_several;
    if has_several then
      perform engine_assign_tasks_v1(org, ins, null);
    end if;
  end loop;

  if flags is not null then
    insert into flag (org_id, id, instance_id, seq, code, params, at)
      select org, id, ins, expected + 1, code, params, new_at
      from json_to_recordset(flags) as g (id uuid, code text, params jsonb);
  end if;
  if effects is not null then
    insert into outbox (org_id, id, instance_id, seq, ordinal, kind, payload, actor_id, actor_role, at, next_attempt_at)
      select org, id, ins, expected + 1, ordinal, kind, payload, e_actor, e_role, new_at, x_ready
      from json_to_recordset(effects) as g (id uuid, ordinal integer, kind text, payload jsonb);
  end if;
  return true;
end $$`;
