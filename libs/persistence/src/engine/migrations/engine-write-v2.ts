/**
 * Any number of units in one round trip: false when somebody else wrote one of the instances first; the caller then
 * rolls back, unless it was the only one and nothing was written. Each parameter is a list of rows of one table, so a
 * batch costs as many statements as a single unit. JSON rather than arrays: Node writes it once and natively, and a
 * snapshot need not be quoted.
 *
 * `wave`: what one unit does to the same row twice goes in waves one after the other, changes of rows that are there
 * before new rows; nearly every unit has one wave. The settings hold for the function alone: its joins are of a few
 * given rows with keys, and a plan made while a table was empty must not scan it when it is full. For the same reason
 * open tasks are known by `closed_at`: over no rows, an index of all open tasks looks as good as that of an instance's.
 */
export const ENGINE_WRITE_V2 = `
create function engine_write_v2(
  instances integer, started json, advanced json, snapshots jsonb[], received json, entries json, parties json, waves integer,
  deadline_changes json, deadlines json, task_changes json, tasks json, flags json, effects json, redactions json,
  changes integer, ready_at timestamptz
) returns boolean language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  written integer := 0;
  found_rows integer;
begin
  if advanced is not null then
    with given as (
      select * from rows from (
        json_to_recordset(advanced) as (org uuid, ins uuid, expected integer, state text[], status text, revision integer,
          head text, action text, owner text, deadline text, due timestamptz, at timestamptz,
          "tallyState" text, "tallyLate" boolean, "wasState" text, "wasLate" boolean),
        unnest(snapshots)
      ) as g (org, ins, expected, state, status, revision, head, action, owner, deadline, due, at, "tallyState", "tallyLate",
        "wasState", "wasLate", snapshot)
    ), moved as (
      update instance set snapshot = g.snapshot, state = g.state, status = g.status, revision = g.revision,
          head = decode(g.head, 'hex'), next_action = g.action, next_owner = g.owner, next_deadline = g.deadline,
          next_due = g.due, updated_at = g.at, tally_state = g."tallyState", tally_late = g."tallyLate"
        from given g
        where instance.org_id = g.org and instance.id = g.ins and instance.revision = g.expected
        returning g.org, instance.cohort_id, g."tallyState", g."tallyLate", g."wasState", g."wasLate"
    ), counted as (
      insert into cohort_tally (org_id, cohort_id, state, late, n)
        select org, cohort_id, change.state, change.late, sum(n)
        from moved cross join lateral (values ("wasState", "wasLate", -1), ("tallyState", "tallyLate", 1)) as change (state, late, n)
        where cohort_id is not null and change.state is not null
          and ("tallyState", "tallyLate") is distinct from ("wasState", "wasLate")
        group by 1, 2, 3, 4 having sum(n) <> 0
    )
    select count(*) into written from moved;
  end if;
  if started is not null then
    with fresh as (
      insert into instance (org_id, id, definition_key, definition_version, snapshot, state, status, revision, head,
          next_action, next_owner, next_deadline, next_due, person_id, cohort_id, links, created_at, updated_at,
          tally_state, tally_late)
        select org, ins, key, version, snapshot, state, status, revision, decode(head, 'hex'), action, owner, deadline, due,
          person, cohort, links, created, at, "tallyState", "tallyLate"
        from json_to_recordset(started) as g (org uuid, ins uuid, key text, version integer, snapshot jsonb, state text[],
          status text, revision integer, head text, action text, owner text, deadline text, due timestamptz, person uuid,
          cohort uuid, links jsonb, created timestamptz, at timestamptz, "tallyState" text, "tallyLate" boolean)
        on conflict do nothing
        returning org_id, cohort_id, tally_state, tally_late
    ), counted as (
      insert into cohort_tally (org_id, cohort_id, state, late, n)
        select org_id, cohort_id, tally_state, tally_late, count(*) from fresh
        where cohort_id is not null and tally_state is not null group by 1, 2, 3, 4
    )
    select written + count(*) into written from fresh;
  end if;
  if written <> instances then
    return false;
  end if;

  insert into inbox (org_id, instance_id, message_id, salt, digest, outcome, at)
    select org, ins, message, decode(salt, 'hex'), decode(digest, 'hex'), outcome, at
    from json_to_recordset(received) as g (org uuid, ins uuid, message text, salt text, digest text, outcome jsonb, at timestamptz);

  if entries is not null then
    insert into event (org_id, instance_id, seq, type, data, salt, digest, prev_hash, hash, actor_id, actor_role, at,
        message_id, definition_version)
      select org, ins, seq, type, data, decode(salt, 'hex'), decode(digest, 'hex'), decode(prev, 'hex'), decode(hash, 'hex'),
        actor, role, at, message, version
      from json_to_recordset(entries) as g (org uuid, ins uuid, seq integer, type text, data jsonb, salt text, digest text,
        prev text, hash text, actor text, role text, at timestamptz, message text, version integer);
  end if;

  if parties is not null then
    insert into journey_party (org_id, instance_id, role, party_org, person_id)
      select distinct org, ins, role, "partyOrg", person
      from json_to_recordset(parties) as g (org uuid, ins uuid, role text, "partyOrg" uuid, person uuid);
  end if;

  for w in 0 .. waves - 1 loop
    if deadline_changes is not null then
      update deadline set
          status = case g.op when 'fire' then 'fired' when 'cancel' then 'cancelled' else 'armed' end,
          fired_at = case g.op when 'fire' then g.at end,
          closed_by_seq = case when g.op <> 'move' then g.seq end,
          due_at = coalesce(g.due, due_at), due_on = coalesce(g."on", due_on), why = coalesce(g.why, deadline.why),
          set_by_seq = case g.op when 'move' then g.seq else set_by_seq end
        from json_to_recordset(deadline_changes) as g (wave integer, org uuid, ins uuid, name text, op text, seq integer,
          at timestamptz, due timestamptz, "on" date, why jsonb)
        where g.wave = w and deadline.org_id = g.org and deadline.instance_id = g.ins and deadline.name = g.name
          and deadline.status = 'armed';
      get diagnostics found_rows = row_count;
      changes := changes - found_rows;
    end if;
    if deadlines is not null then
      insert into deadline (org_id, id, instance_id, name, due_at, due_on, why, status, set_by_seq)
        select org, id, ins, name, due, "on", why, 'armed', seq
        from json_to_recordset(deadlines) as g (wave integer, org uuid, ins uuid, id uuid, name text, seq integer,
          due timestamptz, "on" date, why jsonb)
        where g.wave = w;
    end if;
  end loop;
  if changes <> 0 then
    raise exception '% deadline(s) have no armed row to fire, cancel or move', changes;
  end if;

  for w in 0 .. waves - 1 loop
    if task_changes is not null then
      update task set closed_at = g.at, closed_by = g.actor,
          status = case when task.events ? g.cause then 'done' else 'closed' end
        from json_to_recordset(task_changes) as g (wave integer, org uuid, ins uuid, kinds jsonb, keys jsonb, cause text,
          actor text, at timestamptz)
        where g.wave = w and task.org_id = g.org and task.instance_id = g.ins and task.closed_at is null
          and (g.kinds is null and g.keys is null or g.kinds ? task.kind or g.keys ? task.key);
    end if;
    if tasks is not null then
      insert into task (org_id, id, instance_id, kind, key, role, candidate_role, priority, due_deadline, due_at, status,
          events, subject, opened_at, opened_by_seq, candidate_org, candidates, assignee)
        select g.org, g.id, g.ins, g.kind, g.key, g.role, g.candidate, g.priority, g."dueDeadline",
          (select d.due_at from deadline d where d.org_id = g.org and d.instance_id = g.ins and d.name = g."dueDeadline"
            and d.status = 'armed'),
          'open', g.events, g.subject, g.at, g.seq, coalesce(party.org, g.org), coalesce(party.people, '[]'),
          case when jsonb_array_length(party.people) = 1 then (party.people ->> 0)::uuid end
        from json_to_recordset(tasks) as g (wave integer, org uuid, ins uuid, id uuid, kind text, key text, role text,
          candidate text, priority integer, "dueDeadline" text, events jsonb, subject jsonb, seq integer, at timestamptz)
        cross join lateral (
          select min(p.party_org::text)::uuid as org,
            jsonb_agg(distinct p.person_id) filter (where p.person_id is not null) as people
          from journey_party p where p.org_id = g.org and p.instance_id = g.ins and p.role = g.candidate) as party
        where g.wave = w
        on conflict (org_id, instance_id, key) where status in ('open', 'claimed') do nothing;
    end if;
  end loop;

  -- Tasks that were open before follow the date of their deadline.
  if deadlines is not null or deadline_changes is not null then
    update task set due_at = d.due_at
      from (
        select org, ins, name from json_to_recordset(deadlines) as g (org uuid, ins uuid, name text)
        union
        select org, ins, name from json_to_recordset(deadline_changes) as g (org uuid, ins uuid, name text, op text)
        where op = 'move'
      ) as g join deadline d on d.org_id = g.org and d.instance_id = g.ins and d.name = g.name and d.status = 'armed'
      where task.org_id = g.org and task.instance_id = g.ins and task.closed_at is null
        and task.due_deadline = g.name and task.due_at is distinct from d.due_at;
  end if;

  if flags is not null then
    insert into flag (org_id, id, instance_id, seq, code, params, at)
      select org, id, ins, seq, code, params, at
      from json_to_recordset(flags) as g (org uuid, ins uuid, id uuid, seq integer, code text, params jsonb, at timestamptz);
  end if;

  if effects is not null then
    insert into outbox (org_id, id, instance_id, seq, ordinal, kind, payload, actor_id, actor_role, at, next_attempt_at)
      select org, id, ins, seq, ordinal, kind, payload, actor, role, at, ready_at
      from json_to_recordset(effects) as g (org uuid, ins uuid, id uuid, seq integer, ordinal integer, kind text,
        payload jsonb, actor text, role text, at timestamptz);
  end if;

  if redactions is not null then
    update inbox set salt = null, digest = null
      from json_to_recordset(redactions) as g (org uuid, ins uuid, seq integer)
      join event on event.org_id = g.org and event.instance_id = g.ins and event.seq = g.seq
      where inbox.org_id = g.org and inbox.instance_id = g.ins and inbox.message_id = event.message_id;
    update incident set message = null
      from json_to_recordset(redactions) as g (org uuid, ins uuid, seq integer)
      join event on event.org_id = g.org and event.instance_id = g.ins and event.seq = g.seq
      where incident.instance_id = g.ins and incident.ref = event.message_id;
    update event set data = null, salt = null, redacted_at = g.at, checkpoint = g.checkpoint
      from json_to_recordset(redactions) as g (org uuid, ins uuid, seq integer, at timestamptz, checkpoint jsonb)
      where event.org_id = g.org and event.instance_id = g.ins and event.seq = g.seq;
  end if;
  return true;
end $$`;
