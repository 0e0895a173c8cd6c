import elkModule, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Diagram, DiagramNode } from '#libs/statechart';
import { crossing, gapBelow } from './between-bands.js';
import {
  round,
  type Box,
  type Drawing,
  type LaidLine,
  type Line,
  type Point,
  type Words,
} from './drawing.js';
import type { DrawingHints } from './drawing-hints.js';
import { linesOf } from './lines.js';
import { brokenInto, EDGE_TEXT, GROUP_TEXT, NODE_TEXT, widthOf } from './text-size.js';

const elk = new elkModule.default();

/** Places boxes and arrows: each band from left to right, what a group holds from top to bottom, bands below each other. */
export async function layOut(diagram: Diagram, hints: DrawingHints, words: Words): Promise<Drawing> {
  const plan = planOf(diagram, hints, words);
  const bands = await Promise.all(bandsOf(plan).map((ids) => elk.layout(graphOf(plan, ids))));
  return stacked(plan, bands);
}

interface Plan {
  shown: DiagramNode[];
  lines: Line[];
  hints: DrawingHints;
  words: Words;
}

function planOf(diagram: Diagram, hints: DrawingHints, words: Words): Plan {
  const drawn = diagram.nodes.filter(({ id }) => !hints.hidden.includes(id) && !isAside(diagram, id));
  const isLast = ({ id }: DiagramNode) => hints.last.includes(id);
  const shown = [...drawn.filter((node) => !isLast(node)), ...drawn.filter(isLast)];
  const ids = new Set(shown.map(({ id }) => id));
  return { shown, lines: linesOf(diagram.edges, ids, hints, words), hints, words };
}

/** Reached from anywhere and by no arrow of its own: the words below the picture name it. */
function isAside({ edges, anywhere }: Diagram, id: string): boolean {
  return anywhere.some(({ to }) => to === id) && edges.every(({ from, to }) => from !== id && to !== id);
}

/** Ids at the top, row by row; what no band names stands in the last. */
function bandsOf({ shown, hints }: Plan): string[][] {
  const top = shown.filter(({ parent }) => parent === null).map(({ id }) => id);
  const named = hints.bands.map(({ nodes }) => top.filter((id) => nodes.includes(id)));
  const rest = top.filter((id) => !named.flat().includes(id));
  return rest.length === 0 ? named : [...named, rest];
}

const SIDE = 14;
const TITLE = 30;
const GROUP = { title: 34, side: 14, bottom: 14 };
const NODE = { width: 138, lines: 2, padding: 18, note: 16 };
/** The width of `± 30 Sep 2026`. */
const DATE = 82;

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '15',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.separateConnectedComponents': 'false',
};

/** Regions beside each other have no arrows between them. */
const PACKED = { 'elk.algorithm': 'rectpacking', 'elk.spacing.nodeNode': '14', 'elk.aspectRatio': '1.6' };

function graphOf(plan: Plan, ids: string[]): ElkNode {
  const within = (line: Line) => line.within === null && ids.includes(line.from) && ids.includes(line.to);
  return {
    id: 'band',
    layoutOptions: { ...LAYERED, 'elk.direction': 'RIGHT', 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
    children: plan.shown.filter(({ id }) => ids.includes(id)).map((node) => elkBox(plan, node)),
    edges: plan.lines.filter(within).map(elkEdge),
  };
}

function elkBox(plan: Plan, { id, kind }: DiagramNode): ElkNode {
  const children = plan.shown.filter(({ parent }) => parent === id);
  if (children.length === 0) {
    const lines = Math.max(textOf(plan, id).length, NODE.lines);
    const height = lines * NODE_TEXT.line + NODE.note + NODE.padding;
    return { id, width: widthOfBox(plan, id), height };
  }
  const { title, side, bottom } = GROUP;
  return {
    id,
    children: children.map((child) => elkBox(plan, child)),
    edges: plan.lines.filter(({ within }) => within === id).map(elkEdge),
    layoutOptions: {
      ...(kind === 'parallel' ? PACKED : LAYERED),
      'elk.direction': plan.hints.sideways.includes(id) ? 'RIGHT' : 'DOWN',
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${String(widthOf(plan.words.node(id), GROUP_TEXT) + 2 * side)},0)`,
      'elk.padding': `[top=${String(title)},left=${String(side)},bottom=${String(bottom)},right=${String(side)}]`,
    },
  };
}

/** Every label has room for a date below its words. */
function elkEdge({ id, from, to, text, room, isQuiet }: Line): ElkExtendedEdge {
  const label = {
    text: text.join('\n'),
    width: Math.max(room.chars * EDGE_TEXT.char, DATE) + 6,
    height: (room.rows + 1) * EDGE_TEXT.line + 2,
  };
  return {
    id,
    sources: [from],
    targets: [to],
    layoutOptions: { 'elk.layered.priority.straightness': isQuiet ? '1' : '10' },
    ...(text.length > 0 && { labels: [label] }),
  };
}

/** The bands below each other, with the lines between them in the gaps. */
function stacked(plan: Plan, bands: ElkNode[]): Drawing {
  const drawing: Drawing = { width: 0, height: 0, bands: [], nodes: [], lines: [] };
  const width = Math.max(...bands.map((band) => band.width ?? 0)) + 2 * SIDE;
  let y = 0;
  for (const [index, band] of bands.entries()) {
    const at = { x: SIDE, y: y + TITLE };
    take(plan, band, at, drawing);
    const height = TITLE + round(band.height) + SIDE;
    if (bands.length > 1)
      drawing.bands.push({ x: 0, y: round(y), width: round(width), height, title: plan.words.band(index) });
    y += height + (index < bands.length - 1 ? gapBelow(plan.lines, bandsOf(plan)[index] ?? []) : 0);
  }
  const known = new Set(drawing.lines.flatMap(({ edges }) => edges));
  const left = plan.lines.filter(({ edges }) => edges.every(({ id }) => !known.has(id)));
  drawing.lines.push(...crossing(left, drawing));
  return { ...drawing, width: round(width), height: round(y) };
}

function take(plan: Plan, container: ElkNode, at: Point, drawing: Drawing): void {
  for (const edge of container.edges ?? []) drawing.lines.push(lineOf(plan, edge, at));
  for (const child of container.children ?? []) {
    const box = boxOf(child, at);
    drawing.nodes.push({ id: child.id, ...box, lines: textOf(plan, child.id) });
    take(plan, child, box, drawing);
  }
}

function lineOf({ lines }: Plan, edge: ElkExtendedEdge, at: Point): LaidLine {
  const line = lines.find(({ id }) => id === edge.id);
  if (!line) throw new Error(`the layout has a line ${edge.id} that was not asked for`);
  const [section] = edge.sections ?? [];
  const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
  const [label] = edge.labels ?? [];
  return {
    edges: line.edges.map(({ id }) => id),
    points: points.map(({ x, y }) => ({ x: round(x + at.x), y: round(y + at.y) })),
    isMutual: line.isMutual,
    isQuiet: line.isQuiet,
    label: label ? { ...boxOf(label, at), lines: line.text, isLane: false } : null,
  };
}

function textOf(plan: Plan, id: string): string[] {
  const text = plan.words.node(id);
  const isGroup = plan.shown.some(({ parent }) => parent === id);
  return isGroup ? [text] : brokenInto(text, (widthOfBox(plan, id) - 10) / NODE_TEXT.char);
}

function widthOfBox({ hints }: Plan, id: string): number {
  return hints.widths[id] ?? NODE.width;
}

function boxOf(laid: Partial<Box>, at: Point): Box {
  return {
    x: round((laid.x ?? 0) + at.x),
    y: round((laid.y ?? 0) + at.y),
    width: round(laid.width),
    height: round(laid.height),
  };
}
