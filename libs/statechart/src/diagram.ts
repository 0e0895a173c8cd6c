import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { delayNamesOf } from './deadlines.js';
import type { AnyDefinition } from './definition.js';

export type DiagramNodeKind = 'single' | 'group' | 'parallel' | 'end';

/** A state as a box of the drawing. */
export interface DiagramNode {
  /** Its path, as `StepResult.state` writes it. */
  id: string;
  /** The state that holds it; null at the top. */
  parent: string | null;
  kind: DiagramNodeKind;
  /** Where its parent begins. */
  isInitial: boolean;
  /** Left within the step that entered it. */
  isPassing: boolean;
}

/** What takes an instance along an edge: somebody's event, a deadline, or nothing but a rule at once. */
export interface Trigger {
  kind: 'event' | 'deadline' | 'rule';
  /** Of the event or deadline; null for a rule. */
  name: string | null;
}

export interface DiagramEdge {
  id: string;
  from: string;
  to: string;
  by: Trigger;
}

export interface Diagram {
  nodes: DiagramNode[];
  /** Every transition that leads to another state; several guards of one way are one edge. */
  edges: DiagramEdge[];
  /** Ways out that every live state has: no picture is helped by an arrow from each box. */
  anywhere: Pick<DiagramEdge, 'to' | 'by'>[];
}

/** The statechart of a definition as it could be drawn, read off the machine itself: states, events, deadlines and rules. */
export function diagramOf({ machine }: AnyDefinition): Diagram {
  const root = machine.root as AnyStateNode;
  const nodes = below(root);
  return {
    nodes: nodes.map(nodeOf),
    edges: distinct(nodes.flatMap(edgesFrom)),
    anywhere: waysOf(root).map(({ to, by }) => ({ to, by })),
  };
}

function below(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...below(child as AnyStateNode)]);
}

const pathOf = (node: AnyStateNode) => node.path.join('.');

function nodeOf(node: AnyStateNode): DiagramNode {
  const { parent } = node;
  return {
    id: pathOf(node),
    parent: parent && parent.path.length > 0 ? pathOf(parent) : null,
    kind: kindOf(node),
    isInitial: parent?.type === 'parallel' || parent?.initial.target.includes(node) === true,
    isPassing: node.always?.some(({ guard }) => guard === undefined) === true || isFirstAndRuled(node),
  };
}

function kindOf({ type }: AnyStateNode): DiagramNodeKind {
  if (type === 'final') return 'end';
  if (type === 'parallel') return 'parallel';
  return type === 'compound' ? 'group' : 'single';
}

/** A state with nothing but rules can't be stayed in. */
function isFirstAndRuled(node: AnyStateNode): boolean {
  const waits = node.ownEvents.some((type) => !String(type).startsWith('xstate.'));
  return (node.always?.length ?? 0) > 0 && !waits && delayNamesOf(node).length === 0;
}

function edgesFrom(node: AnyStateNode): DiagramEdge[] {
  const from = pathOf(node);
  return waysOf(node)
    .filter(({ to }) => to !== from)
    .map(({ to, by }) => ({ id: `${from}>${to}:${by.kind}:${by.name ?? ''}`, from, to, by }));
}

interface Way {
  to: string;
  by: Trigger;
}

function waysOf(node: AnyStateNode): Way[] {
  const named = [...node.transitions.entries()].flatMap(([type, transitions]) =>
    transitions.flatMap((transition) => waysAlong(transition, triggerOf(node, type))),
  );
  const ruled = (node.always ?? []).flatMap((transition) =>
    waysAlong(transition, { kind: 'rule', name: null }),
  );
  return [...named, ...ruled];
}

function triggerOf(node: AnyStateNode, type: string): Trigger {
  const deadline = delayNamesOf(node).find((name) => type === `xstate.after.${name}.${node.id}`);
  if (deadline !== undefined) return { kind: 'deadline', name: deadline };
  return type.startsWith('xstate.') ? { kind: 'rule', name: null } : { kind: 'event', name: type };
}

/** None where the transition only does something and goes nowhere. */
function waysAlong({ target }: AnyTransitionDefinition, by: Trigger): Way[] {
  return (target ?? []).map((node) => ({ to: pathOf(node as AnyStateNode), by }));
}

function distinct(edges: DiagramEdge[]): DiagramEdge[] {
  return [...new Map(edges.map((edge) => [edge.id, edge])).values()];
}
