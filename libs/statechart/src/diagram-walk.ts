import type { Instant } from '#libs/calendar';
import type { Diagram, DiagramEdge, Trigger } from './diagram.js';

/** One entry of an instance's log, as far as the drawing asks: what happened, and where it stood afterwards. */
export interface WalkedStep {
  by: Trigger;
  at: Instant;
  /** Paths of the active leaves. */
  state: readonly string[];
}

export interface NodeVisit {
  id: string;
  /** First entered. */
  enteredAt: Instant;
  /** Last left; null while it stands there. */
  leftAt: Instant | null;
  /** How often entered. */
  times: number;
}

export interface EdgeVisit {
  id: string;
  /** First walked. */
  at: Instant;
  times: number;
}

export interface Walk {
  nodes: NodeVisit[];
  edges: EdgeVisit[];
}

/**
 * The way that an instance went over its diagram. States that were passed within a step count as visited too: rules lead
 * on from where an event or a deadline leads to, by the shortest chain that ends where the instance then stood.
 */
export function walkOf(diagram: Diagram, steps: readonly WalkedStep[]): Walk {
  const nodes = new Map<string, NodeVisit>();
  const edges = new Map<string, EdgeVisit>();
  let before = new Set<string>();
  for (const step of steps) {
    const after = withHolders(step.state);
    const chain = chainOf(diagram, before, after, step.by);
    for (const edge of chain) {
      const known = edges.get(edge.id);
      edges.set(edge.id, { id: edge.id, at: known?.at ?? step.at, times: (known?.times ?? 0) + 1 });
    }
    const passed = chain.flatMap(({ from, to }) => [...withHolders([from, to])]);
    const entered = new Set([...passed, ...after].filter((id) => !before.has(id)));
    for (const id of entered) enter(nodes, id, step.at);
    for (const id of new Set([...before, ...entered])) if (!after.has(id)) leave(nodes, id, step.at);
    before = after;
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function enter(nodes: Map<string, NodeVisit>, id: string, at: Instant): void {
  const known = nodes.get(id);
  nodes.set(id, { id, enteredAt: known?.enteredAt ?? at, leftAt: null, times: (known?.times ?? 0) + 1 });
}

function leave(nodes: Map<string, NodeVisit>, id: string, at: Instant): void {
  const known = nodes.get(id);
  if (known) nodes.set(id, { ...known, leftAt: at });
}

/** The leaves and all that hold them. */
function withHolders(state: readonly string[]): Set<string> {
  return new Set(
    state.flatMap((path) => {
      const parts = path.split('.');
      return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    }),
  );
}

/**
 * From what the trigger set off, over rules, to where the instance stood then. What was told within a state can be what a
 * rule waited for, so that rules set off from there too.
 */
function chainOf(
  { nodes, edges }: Diagram,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  by: Trigger,
): DiagramEdge[] {
  const arrived = [...after].filter((id) => !before.has(id) && isDeepest(id, after));
  if (arrived.length === 0) return [];
  const beginsAt = (id: string): string[] => {
    const first = nodes.filter(({ parent, isInitial }) => parent === id && isInitial);
    return [id, ...first.flatMap((node) => beginsAt(node.id))];
  };
  const led = edges.filter(
    (edge) => before.has(edge.from) && edge.by.kind === by.kind && edge.by.name === by.name,
  );
  const top = nodes.filter(({ parent, isInitial }) => parent === null && isInitial);
  const start: Reached[] =
    before.size === 0
      ? top.flatMap(({ id }) => beginsAt(id).map((at) => ({ at, along: [] })))
      : led.flatMap((edge) => beginsAt(edge.to).map((at) => ({ at, along: [edge] })));
  const stayed = [...before].filter((id) => isDeepest(id, before)).map((at) => ({ at, along: [] }));
  const chains = shortest([...start, ...stayed], edges, beginsAt);
  return [...new Set(arrived.flatMap((id) => chains.get(id) ?? []))];
}

interface Reached {
  at: string;
  along: DiagramEdge[];
}

function isDeepest(id: string, active: ReadonlySet<string>): boolean {
  return ![...active].some((other) => other.startsWith(`${id}.`));
}

/** The shortest chain to every state that rules lead to. */
function shortest(
  start: Reached[],
  edges: readonly DiagramEdge[],
  beginsAt: (id: string) => string[],
): Map<string, DiagramEdge[]> {
  const chains = new Map<string, DiagramEdge[]>();
  for (let wave = start; wave.length > 0;) {
    const fresh = wave.filter(
      ({ at }, index) => !chains.has(at) && wave.findIndex((one) => one.at === at) === index,
    );
    for (const { at, along } of fresh) chains.set(at, along);
    wave = fresh.flatMap(({ at, along }) =>
      edges
        .filter((edge) => edge.from === at && edge.by.kind === 'rule')
        .flatMap((edge) => beginsAt(edge.to).map((next) => ({ at: next, along: [...along, edge] }))),
    );
  }
  return chains;
}
