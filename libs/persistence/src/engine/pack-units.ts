import type { DeadlineWrite, InboxEntry, InlineRow, Unit } from '#libs/engine';

/** An answer that is remembered although nothing was written for it. */
export interface RecordedNo {
  orgId: string;
  instanceId: string;
  inbox: InboxEntry;
  at: string;
}

type Row = Record<string, unknown>;

/** The parameters of `engine_write_v2` for these units and recorded refusals, but for the last: when effects are ready. */
export function packUnits(units: readonly Unit[], refusals: readonly RecordedNo[]): unknown[] {
  const deadlines = units.map(deadlineRows);
  const tasks = units.map(taskRows);
  const changes = deadlines.flatMap((rows) => rows.changes);
  const advanced = units.filter(({ op }) => op === 'advance');
  return [
    units.length,
    json(units.filter(({ op }) => op === 'start').map(startedRow)),
    json(advanced.map(advancedRow)),
    advanced.map(({ instance }) => JSON.stringify(instance.snapshot)),
    json([...units.map(receivedRow), ...refusals.map(refusedRow)]),
    json(units.flatMap(entryRows)),
    json(units.flatMap(partyRows)),
    Math.max(0, ...[...deadlines, ...tasks].map(({ waves }) => waves)),
    json(changes),
    json(deadlines.flatMap((rows) => rows.fresh)),
    json(tasks.flatMap((rows) => rows.changes)),
    json(tasks.flatMap((rows) => rows.fresh)),
    json(units.flatMap(flagRows)),
    json(units.flatMap(effectRows)),
    json(units.flatMap(redactionRows)),
    changes.length,
  ];
}

/** Null for none: the function then leaves the statement out. */
function json(rows: Row[]): string | null {
  return rows.length === 0 ? null : JSON.stringify(rows);
}

function keyOf({ instance }: Unit): { org: string; ins: string } {
  return { org: instance.orgId, ins: instance.id };
}

function standingRow({ instance, at }: Unit): Row {
  const { state, status, revision, head, next, tally } = instance;
  const { action, owner, deadline, due } = next;
  return {
    ...{ state, status, revision, head, action, owner, deadline, due, at },
    tallyState: tally?.state,
    tallyLate: tally?.late,
  };
}

function advancedRow(unit: Unit): Row {
  const { expected, was } = unit;
  return { ...keyOf(unit), expected, ...standingRow(unit), wasState: was?.state, wasLate: was?.late };
}

function startedRow(unit: Unit): Row {
  const { definition, personId, cohortId, links, snapshot } = unit.instance;
  const fixed = { key: definition.key, version: definition.version, person: personId, cohort: cohortId };
  return { ...keyOf(unit), ...fixed, links, created: entryAt(unit, 1).at, snapshot, ...standingRow(unit) };
}

function receivedRow({ instance, inbox, at }: Unit): Row {
  return refusedRow({ orgId: instance.orgId, instanceId: instance.id, inbox, at });
}

function refusedRow({ orgId, instanceId, inbox, at }: RecordedNo): Row {
  const { messageId, salt, digest, outcome } = inbox;
  return { org: orgId, ins: instanceId, message: messageId, salt, digest, outcome, at };
}

function entryRows(unit: Unit): Row[] {
  return unit.entries.map(
    ({ seq, type, data, salt, digest, prevHash, hash, actor, at, messageId, definitionVersion }) => ({
      ...keyOf(unit),
      ...{ seq, type, data, salt, digest, hash, at },
      ...{
        prev: prevHash,
        actor: actor.id,
        role: actor.role,
        message: messageId,
        version: definitionVersion,
      },
    }),
  );
}

function partyRows(unit: Unit): Row[] {
  return unit.parties.map(({ org, person, role }) => ({ ...keyOf(unit), role, partyOrg: org, person }));
}

interface Waves {
  /** How many, at least one where there is anything. */
  waves: number;
  /** Of rows that are there before. */
  changes: Row[];
  fresh: Row[];
}

/** Changes come before new rows within a wave; a deadline that is touched again after that waits for the next one. */
function deadlineRows(unit: Unit): Waves {
  const last = new Map<string, { wave: number; isNew: boolean }>();
  const rows: Waves = { waves: 0, changes: [], fresh: [] };
  for (const write of unit.deadlines) {
    const isNew = write.op === 'arm';
    const before = last.get(write.name);
    const wave = before === undefined ? 0 : before.wave + (isNew && !before.isNew ? 0 : 1);
    last.set(write.name, { wave, isNew });
    rows.waves = Math.max(rows.waves, wave + 1);
    if (isNew) rows.fresh.push(freshDeadline(unit, write, wave));
    else rows.changes.push({ wave, ...keyOf(unit), at: timeOf(unit, write.seq), ...write, token: undefined });
  }
  return rows;
}

function freshDeadline(unit: Unit, write: DeadlineWrite, wave: number): Row {
  if (write.op !== 'arm') throw new Error('only an armed deadline is a new row');
  const { token, name, seq, due, on, why } = write;
  return { wave, ...keyOf(unit), id: token, name, seq, due, on, why };
}

/** Closings come before openings within a wave, and one wave holds no two closings that could mean the same task. */
function taskRows(unit: Unit): Waves {
  const rows: Waves = { waves: 0, changes: [], fresh: [] };
  let wave = new TaskWave(0);
  for (const write of unit.inline) {
    if (write.op === 'openTask') {
      wave.opened = true;
      rows.fresh.push(freshTask(unit, write, wave.number));
    } else if (write.op === 'closeTasks') {
      const { kinds, keys, cause, actor, seq } = write;
      wave = wave.forClosing(keys === null ? kinds : null);
      const at = timeOf(unit, seq);
      rows.changes.push({ wave: wave.number, ...keyOf(unit), kinds, keys, cause, actor, at });
    }
  }
  if (unit.instance.status === 'final') {
    wave = wave.forClosing(null);
    rows.changes.push({ wave: wave.number, ...keyOf(unit), at: unit.at });
  }
  return { ...rows, waves: rows.changes.length + rows.fresh.length === 0 ? 0 : wave.number + 1 };
}

class TaskWave {
  opened = false;
  private readonly kinds = new Set<string>();
  private closesAny = false;

  constructor(readonly number: number) {}

  /** The wave in which tasks of these kinds, or any (null), may be closed now. */
  forClosing(kinds: string[] | null): TaskWave {
    const wave = this.opened || this.touches(kinds) ? new TaskWave(this.number + 1) : this;
    for (const kind of kinds ?? []) wave.kinds.add(kind);
    wave.closesAny = kinds === null;
    return wave;
  }

  private touches(kinds: string[] | null): boolean {
    if (this.closesAny) return true;
    return kinds === null ? this.kinds.size > 0 : kinds.some((kind) => this.kinds.has(kind));
  }
}

function freshTask(unit: Unit, { id, seq, task }: InlineRow & { op: 'openTask' }, wave: number): Row {
  return { wave, ...keyOf(unit), id, ...task, seq, at: timeOf(unit, seq) };
}

function flagRows(unit: Unit): Row[] {
  return unit.inline.flatMap((write) =>
    write.op === 'flag'
      ? [
          {
            ...keyOf(unit),
            ...{ id: write.id, seq: write.seq, code: write.code, params: write.params },
            at: timeOf(unit, write.seq),
          },
        ]
      : [],
  );
}

function effectRows(unit: Unit): Row[] {
  return unit.outbox.map(({ id, seq, ordinal, kind, payload }) => {
    const { actor, at } = entryAt(unit, seq);
    return { ...keyOf(unit), id, seq, ordinal, kind, payload, actor: actor.id, role: actor.role, at };
  });
}

function redactionRows(unit: Unit): Row[] {
  return unit.redact ? [{ ...keyOf(unit), at: unit.at, ...unit.redact }] : [];
}

/** Rows of a unit that spans time, as an intake does, carry the time of their own entry. */
function timeOf(unit: Unit, seq: number): string {
  return entryAt(unit, seq).at;
}

function entryAt({ entries }: Unit, seq: number): Unit['entries'][number] {
  const entry = entries[seq - (entries[0]?.seq ?? seq)];
  if (!entry) throw new Error(`the unit has no entry ${seq}`);
  return entry;
}
