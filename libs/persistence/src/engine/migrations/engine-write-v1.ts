/**
 * One unit in one round trip: false when somebody else wrote first, and then nothing was written. The instance comes
 * first: its row is the lock of everything below. Statement by statement rather than one CTE, for a step may cancel
 * and arm the same deadline, and a CTE's parts run in no order; Postgres keeps the plans for the connection's life.
 */
export const ENGINE_WRITE_V1 = `
create function engine_write_v1(unit jsonb, ready_at timestamptz) returns boolean language plpgsql as $$
declare
  given constant jsonb := unit -> 'instance';
  v_org constant uuid := given ->> 'orgId';
  v_ins constant uuid := given ->> 'id';
  stamp constant timestamptz := unit ->> 'at';
  item jsonb;
begin
  if unit ->> 'op' = 'start' then
    insert into instance (org_id, id, definition_key, definition_version, snapshot, state, status, revision, head,
        next_action, next_owner, next_deadline, next_due, person_id, cohort_id, links, created_at, updated_at)
      values (v_org, v_ins, given -> 'definition' ->> 'key', (given -> 'definition' ->> 'version')::integer, given -> 'snapshot',
        array(select jsonb_array_elements_text(given -> 'state')), given ->> 'status', (given ->> 'revision')::integer,
        decode(given ->> 'head', 'hex'), given -> 'next' ->> 'action', given -> 'next' ->> 'owner',
        given -> 'next' ->> 'deadline', (given -> 'next' ->> 'due')::timestamptz, (given ->> 'personId')::uuid,
        (given ->> 'cohortId')::uuid, given -> 'links', (given ->> 'createdAt')::timestamptz, stamp)
      on conflict do nothing;
  else
    update instance set snapshot = given -> 'snapshot', state = array(select jsonb_array_elements_text(given -> 'state')),
        status = given ->> 'status', revision = (given ->> 'revision')::integer, head = decode(given ->> 'head', 'hex'),
        next_action = given -> 'next' ->> 'action', next_owner = given -> 'next' ->> 'owner',
        next_deadline = given -> 'next' ->> 'deadline', next_due = (given -> 'next' ->> 'due')::timestamptz,
        updated_at = stamp
      where org_id = v_org and id = v_ins and revision = (unit ->> 'expected')::integer;
  end if;
  if not found then
    return false;
  end if;

  insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    values (v_org, v_ins, unit -> 'inbox' ->> 'messageId', decode(unit -> 'inbox' ->> 'salt', 'hex'),
      decode(unit -> 'inbox' ->> 'digest', 'hex'), unit -> 'inbox' -> 'outcome', stamp);

  insert into event (org_id, instance_id, seq, type, data, salt, digest, prev_hash, hash, actor_id, actor_role, at,
      message_id, definition_version)
    select v_org, v_ins, seq, type, data, decode(salt, 'hex'), decode(digest, 'hex'), decode("prevHash", 'hex'),
      decode(hash, 'hex'), actor ->> 'id', actor ->> 'role', at, "messageId", "definitionVersion"
    from jsonb_to_recordset(unit -> 'entries') as entry (seq integer, type text, data jsonb, salt text, digest text,
      "prevHash" text, hash text, actor jsonb, at timestamptz, "messageId" text, "definitionVersion" integer);

  if jsonb_array_length(unit -> 'parties') > 0 then
    insert into journey_party (org_id, instance_id, role, party_org, person_id)
      select distinct v_org, v_ins, role, party.org, person
      from jsonb_to_recordset(unit -> 'parties') as party (org uuid, person uuid, role text);
  end if;

  for item in select value from jsonb_array_elements(unit -> 'deadlines') loop
    if item ->> 'op' = 'arm' then
      insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
        values (v_org, (item ->> 'token')::uuid, v_ins, item ->> 'name', (item ->> 'due')::timestamptz,
          (item ->> 'on')::date, item -> 'why', 'armed', (item ->> 'seq')::integer);
      continue;
    elsif item ->> 'op' = 'move' then
      update deadline set due_at = (item ->> 'due')::timestamptz, due_on = (item ->> 'on')::date,
          why = item -> 'why', set_by_seq = (item ->> 'seq')::integer
        where org_id = v_org and instance_id = v_ins and name = item ->> 'name' and status = 'armed';
    else
      update deadline set status = case item ->> 'op' when 'fire' then 'fired' else 'cancelled' end,
          fired_at = case item ->> 'op' when 'fire' then stamp end, closed_by_seq = (item ->> 'seq')::integer
        where org_id = v_org and instance_id = v_ins and name = item ->> 'name' and status = 'armed';
    end if;
    if not found then
      raise exception 'the deadline % has no armed row to %', item ->> 'name', item ->> 'op';
    end if;
  end loop;

  for item in select value from jsonb_array_elements(unit -> 'inline') loop
    case item ->> 'op'
      when 'openTask' then
        insert into task (org_id, id, instance_id, kind, key, role, candidate_role, priority, due_deadline, status,
            events, subject, opened_at, opened_by_seq)
          select v_org, (item ->> 'id')::uuid, v_ins, kind, key, role, candidate, priority, "dueDeadline", 'open',
            events, subject, stamp, (item ->> 'seq')::integer
          from jsonb_to_record(item -> 'task') as spec (kind text, key text, role text, candidate text,
            priority integer, "dueDeadline" text, events jsonb, subject jsonb)
          on conflict (org_id, instance_id, key) where status in ('open', 'claimed') do nothing;
      when 'closeTasks' then
        update task set closed_at = stamp, closed_by = item ->> 'actor',
            status = case when events ? (item ->> 'cause') then 'done' else 'closed' end
          where org_id = v_org and instance_id = v_ins and status in ('open', 'claimed')
            and (item ->> 'kinds' is null and item ->> 'keys' is null
              or item -> 'kinds' ? kind or item -> 'keys' ? key);
      when 'flag' then
        insert into flag (org_id, id, instance_id, seq, code, params, at)
          values (v_org, (item ->> 'id')::uuid, v_ins, (item ->> 'seq')::integer, item ->> 'code', item -> 'params', stamp);
    end case;
  end loop;

  if given ->> 'status' = 'final' then
    update task set closed_at = stamp, status = 'closed'
      where org_id = v_org and instance_id = v_ins and status in ('open', 'claimed');
  elsif jsonb_array_length(unit -> 'inline') + jsonb_array_length(unit -> 'deadlines') > 0 then
    perform engine_assign_tasks_v1(v_org, v_ins, null);
    update task set due_at = deadline.due_at from deadline
      where task.org_id = v_org and task.instance_id = v_ins and task.status in ('open', 'claimed')
        and deadline.org_id = v_org and deadline.instance_id = v_ins and deadline.status = 'armed'
        and deadline.name = task.due_deadline and task.due_at is distinct from deadline.due_at;
  end if;

  if jsonb_array_length(unit -> 'outbox') > 0 then
    insert into outbox (org_id, id, instance_id, seq, ordinal, kind, payload, actor_id, actor_role, at, next_attempt_at)
      select v_org, id, v_ins, effect.seq, ordinal, kind, payload, actor ->> 'id', actor ->> 'role', at, ready_at
      from jsonb_to_recordset(unit -> 'outbox') as effect (id uuid, seq integer, ordinal integer, kind text, payload jsonb)
      join jsonb_to_recordset(unit -> 'entries') as entry (seq integer, actor jsonb, at timestamptz)
        on entry.seq = effect.seq;
  end if;

  if jsonb_typeof(unit -> 'redact') = 'object' then
    update inbox set salt = null, digest = null
      where org_id = v_org and instance_id = v_ins and message_id = (select message_id from event
        where org_id = v_org and instance_id = v_ins and seq = (unit -> 'redact' ->> 'seq')::integer);
    update incident set message = null
      where instance_id = v_ins and ref = (select message_id from event
        where org_id = v_org and instance_id = v_ins and seq = (unit -> 'redact' ->> 'seq')::integer);
    update event set data = null, salt = null, redacted_at = stamp, checkpoint = unit -> 'redact' -> 'checkpoint'
      where org_id = v_org and instance_id = v_ins and seq = (unit -> 'redact' ->> 'seq')::integer;
  end if;
  return true;
end $$`;
