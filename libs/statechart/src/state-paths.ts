import type { AnyStateNode } from 'xstate';
import type { AnyDefinition } from './definition.js';

/** Every state of a definition as `StepResult.state` writes it, those that only hold others included; the root has no path. */
export function statePaths({ machine }: AnyDefinition): string[] {
  return below(machine.root as AnyStateNode).map(({ path }) => path.join('.'));
}

function below(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...below(child as AnyStateNode)]);
}
