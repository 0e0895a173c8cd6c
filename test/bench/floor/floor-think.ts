import { transition, type AnyMachineSnapshot } from 'xstate';
import { v7 } from 'uuid';
import { permit, permitDues, type PermitContext } from '#libs/testing';
import { NOW, RETURNED } from '../permits.js';

/** As XState keeps it, with the ledger that the engine keeps beside it, so that both store as many bytes. */
export interface FloorSnapshot {
  machine: { context: PermitContext } & Record<string, unknown>;
  deadlines: Record<string, unknown>;
}

export interface FloorRow {
  id: string;
  revision: number;
  snapshot: FloorSnapshot;
  /** Of the same message, when it was there before. */
  outcome: object | null;
}

/** Everything that one advance writes. */
export interface FloorWrite {
  id: string;
  expected: number;
  state: string;
  snapshot: string;
  outcome: string;
  data: string;
  messageId: string;
  cancel: string;
  armId: string;
  arm: string;
  due: string;
  taskId: string;
  taskKind: string;
  taskKey: string;
  taskRole: string;
  closeKey: string;
}

const DATA = JSON.stringify(RETURNED.payload);

/** One step of the same statechart, with XState alone. */
export function think({ id, revision, snapshot: stored }: FloorRow): FloorWrite {
  const machine = { ...stored.machine, context: { ...stored.machine.context, now: NOW } };
  const before = permit.machine.restoreSnapshot(machine as never, {} as never) as AnyMachineSnapshot;
  const [after, actions] = transition(permit.machine, before, RETURNED as never);
  const context = after.context as PermitContext;
  const due = permitDues['draftDue']?.(context);
  if (after.value !== 'drafting' || !due) throw new Error(`it went to ${String(after.value)}`);
  const opened = paramsOf(actions, 'openTask');
  const armed = { node: 'permit.drafting', due: due.at, status: 'armed' };
  const persisted = {
    machine: permit.machine.getPersistedSnapshot(after),
    deadlines: { draftDue: armed },
  };
  return {
    ...{ id, expected: revision, state: 'drafting', snapshot: JSON.stringify(persisted) },
    outcome: JSON.stringify({ ok: true, instanceId: id, revision: revision + 1, state: ['drafting'] }),
    ...{ data: DATA, messageId: `returned:${id}` },
    ...{ cancel: 'reviewDue', armId: v7(), arm: 'draftDue', due: due.at },
    ...{ taskId: v7(), taskKind: String(opened['kind']), taskKey: String(opened['key']) },
    ...{
      taskRole: String(opened['role']),
      closeKey: String((paramsOf(actions, 'closeTasks')['keys'] as string[])[0]),
    },
  };
}

function paramsOf(
  actions: readonly { type: string; params?: unknown }[],
  type: string,
): Record<string, unknown> {
  const found = actions.find((action) => action.type === type);
  if (!found) throw new Error(`the step asks for no ${type}`);
  return found.params as Record<string, unknown>;
}
