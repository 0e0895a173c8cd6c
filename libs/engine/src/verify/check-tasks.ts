import type { Instant } from '#libs/calendar';
import type { InlineEffects, InlineWrite, TaskSpec } from '../ports.js';
import { faultsOf, type Fault } from './fault.js';
import type { TaskRow } from './record.port.js';
import type { Replayed } from './replayed.js';

/** A task as the log has it: opened by an entry, closed by another or not yet. */
interface LoggedTask {
  openedBySeq: number;
  spec: Pick<TaskSpec, 'kind' | 'key' | 'role' | 'candidate' | 'dueDeadline'>;
  closed: { as: 'done' | 'closed'; seq: number } | null;
  events: string[];
}

/** Tasks against the log: each that it opened is there once, and open exactly while the log leaves it open. */
export function checkTasks(replayed: Replayed, inline: InlineEffects): Fault[] {
  const { instance, tasks } = replayed.record;
  const fault = faultsOf(instance.id);
  const left = [...tasks];
  const faults: Fault[] = [];
  for (const logged of loggedTasks(replayed, inline)) {
    const subject = `${logged.spec.key} #${String(logged.openedBySeq)}`;
    const at = left.findIndex(
      ({ key, openedBySeq }) => key === logged.spec.key && openedBySeq === logged.openedBySeq,
    );
    const row = left[at];
    if (!row) {
      faults.push(fault('task.lost', subject, { expected: logged.spec }));
      continue;
    }
    left.splice(at, 1);
    faults.push(...rowFaults(replayed, logged, row, subject));
  }
  const strays = left.map(({ key, openedBySeq, status }) =>
    fault('task.unknown', `${key} #${String(openedBySeq)}`, { found: status }),
  );
  return [...faults, ...strays];
}

function rowFaults(
  { record, last, silent }: Replayed,
  logged: LoggedTask,
  row: TaskRow,
  subject: string,
): Fault[] {
  const fault = faultsOf(record.instance.id);
  const isOpen = row.status === 'open' || row.status === 'claimed';
  if (isOpen && logged.closed) {
    const expected = `${logged.closed.as} #${String(logged.closed.seq)}`;
    return [fault('task.leftOpen', subject, { expected, found: row.status })];
  }
  const maybeUnseen = [...silent].some((seq) => seq > logged.openedBySeq);
  if (!isOpen && !logged.closed && !maybeUnseen)
    return [fault('task.closedEarly', subject, { expected: 'open', found: row.status })];
  const { kind, role, candidate, dueDeadline } = logged.spec;
  const deadline = dueDeadline === null ? undefined : last.stored.deadlines[dueDeadline];
  const due: Instant | null = isOpen && deadline?.status === 'armed' ? deadline.due : row.due;
  const status = maybeUnseen ? row.status : (logged.closed?.as ?? row.status);
  const expected = [kind, role, candidate, dueDeadline, due, status];
  const found = [row.kind, row.role, row.candidateRole, row.dueDeadline, row.due, row.status];
  return expected.join() === found.join() ? [] : [fault('task.differs', subject, { expected, found })];
}

function loggedTasks({ folded, record, view }: Replayed, inline: InlineEffects): LoggedTask[] {
  const logged: LoggedTask[] = [];
  for (const { entry, asked } of folded) {
    const { seq, type } = entry;
    if (asked === null) adopt(logged, record.tasks, seq, entry.at);
    const writes = (asked?.effects ?? []).flatMap((effect) => inline[effect.type]?.(effect.params) ?? []);
    for (const write of writes) follow(logged, write, seq, type);
  }
  if (view.status === 'final') closeAll(logged, record.instance.revision);
  return logged;
}

function follow(logged: LoggedTask[], write: InlineWrite, seq: number, cause: string): void {
  if (write.op === 'openTask') {
    const { events, ...spec } = write.task;
    if (logged.some((task) => task.closed === null && task.spec.key === spec.key)) return;
    logged.push({ openedBySeq: seq, spec, closed: null, events });
  }
  if (write.op !== 'closeTasks') return;
  const { kinds, keys } = write;
  for (const task of logged) {
    const meant =
      (kinds === null && keys === null) || kinds?.includes(task.spec.kind) || keys?.includes(task.spec.key);
    if (task.closed || !meant) continue;
    task.closed = { as: task.events.includes(cause) ? 'done' : 'closed', seq };
  }
}

function closeAll(logged: LoggedTask[], seq: number): void {
  for (const task of logged) task.closed ??= { as: 'closed', seq };
}

/** What an entry without data opened and closed is taken from the rows: nothing else knows it any more. */
function adopt(logged: LoggedTask[], rows: TaskRow[], seq: number, at: Instant): void {
  for (const task of logged) {
    const row = rows.find(
      ({ key, openedBySeq }) => key === task.spec.key && openedBySeq === task.openedBySeq,
    );
    if (task.closed || row?.closedAt !== at) continue;
    if (row.status === 'done' || row.status === 'closed') task.closed = { as: row.status, seq };
  }
  for (const row of rows.filter(({ openedBySeq }) => openedBySeq === seq)) {
    const { kind, key, role, candidateRole: candidate, dueDeadline, events } = row;
    logged.push({
      openedBySeq: seq,
      spec: { kind, key, role, candidate, dueDeadline },
      closed: null,
      events,
    });
  }
}
