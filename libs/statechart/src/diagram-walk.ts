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

/** From what the trigger set off, over rules, to where the instance stood then; nothing where it stayed. */
function chainOf(
  { nodes, edges }: Diagram,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  by: Trigger,
): DiagramEdge[] {
  const arrived = (id: string) => after.has(id) && !before.has(id);
  if (![...after].some((id) => !before.has(id)) && edges.every(({ from }) => !before.has(from))) return [];
  const beginsAt = (id: string): string[] => {
    const first = nodes.filter(({ parent, isInitial }) => parent === id && isInitial);
    return [id, ...first.flatMap((node) => beginsAt(node.id))];
  };
  const set = edges.filter(
    (edge) => before.has(edge.from) && edge.by.kind === by.kind && edge.by.name === by.name,
  );
  const roots = nodes.filter(({ parent, isInitial }) => parent === null && isInitial);
  const start: Reached[] =
    before.size === 0
      ? roots.flatMap(({ id }) => beginsAt(id).map((at) => ({ at, along: [] })))
      : set.flatMap((edge) => beginsAt(edge.to).map((at) => ({ at, along: [edge] })));
  return shortest(start, edges, beginsAt, (at) => arrived(at) && isDeepest(at, after)) ?? [];
}

interface Reached {
  at: string;
  along: DiagramEdge[];
}

function isDeepest(id: string, active: ReadonlySet<string>): boolean {
  return ![...active].some((other) => other.startsWith(`${id}.`));
}

function shortest(
  start: Reached[],
  edges: readonly DiagramEdge[],
  beginsAt: (id: string) => string[],
  isThere: (id: string) => boolean,
): DiagramEdge[] | null {
  const seen = new Set<string>();
  for (let wave = start; wave.length > 0;) {
    const there = wave.find(({ at }) => isThere(at));
    if (there) return there.along;
    for (const { at } of wave) seen.add(at);
    wave = wave.flatMap(({ at, along }) =>
      edges
        .filter((edge) => edge.from === at && edge.by.kind === 'rule')
        .flatMap((edge) => beginsAt(edge.to).map((next) => ({ at: next, along: [...along, edge] })))
        .filter((next) => !seen.has(next.at)),
    );
  }
  return null;
}
