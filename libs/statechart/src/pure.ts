import { createActor } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, EventObject, ExecutableActionObject } from 'xstate';

type Transitioned = [snapshot: AnyMachineSnapshot, actions: ExecutableActionObject[]];

/**
 * What XState's `transition` and `initialTransition` answer, with one inert actor a machine. Theirs make an actor each
 * time, and with it the machine's initial state without an input: as much work as the step itself. Machines here
 * spawn and invoke nothing (lint), so that an actor has nothing to remember from one step to the next.
 */
export function transitionOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): Transitioned {
  const [scope, actions] = scopeOf(machine);
  return [machine.transition(snapshot, event, scope) as AnyMachineSnapshot, actions];
}

/** The initial state, and what its entry asks for. */
export function initialOf(machine: AnyStateMachine, input: object): Transitioned {
  const [scope, actions] = scopeOf(machine);
  return [machine.getInitialSnapshot(scope, input as never) as AnyMachineSnapshot, actions];
}

type Scope = Parameters<AnyStateMachine['transition']>[2];
type Bones = Omit<Scope, 'actionExecutor'>;
const bones = new WeakMap<AnyStateMachine, Bones>();

function scopeOf(machine: AnyStateMachine): [Scope, ExecutableActionObject[]] {
  let known = bones.get(machine);
  if (!known) bones.set(machine, (known = bonesOf(machine)));
  const actions: ExecutableActionObject[] = [];
  return [{ ...known, actionExecutor: (action) => void actions.push(action) }, actions];
}

function bonesOf(machine: AnyStateMachine): Bones {
  const self = createActor(machine, { input: {} as never });
  const nothing = () => undefined;
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
  };
}
