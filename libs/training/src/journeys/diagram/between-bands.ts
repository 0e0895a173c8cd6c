import { round, type Drawing, type LaidBand, type LaidLine, type LaidNode, type Line } from './drawing.js';
import { EDGE_TEXT, widthOf } from './text-size.js';

/** Room around the lanes between two bands, and of each lane, in pixels. */
const MARGIN = 12;
const LANE = 24;
/** The width of ` · ± 30 Sep 2026`. */
const DATE = 100;

/** Rare ways to one box share a lane and arrive together. */
const laneOf = ({ to, isQuiet }: Line) => `${isQuiet ? 'quiet' : 'main'} ${to}`;

/** Height of the gap below a band that holds these boxes. */
export function gapBelow(lines: readonly Line[], ids: readonly string[]): number {
  const leaving = lines.filter(
    ({ within, from, to }) => within === null && ids.includes(from) && !ids.includes(to),
  );
  return 2 * MARGIN + new Set(leaving.map(laneOf)).size * LANE;
}

interface Way {
  line: Line;
  from: LaidNode;
  to: LaidNode;
  band: LaidBand;
}

/** Lines from one band to a later one: down from the box, along a lane, down to the other box. */
export function crossing(lines: readonly Line[], drawing: Drawing): LaidLine[] {
  const box = new Map(drawing.nodes.map((node) => [node.id, node]));
  const ways = lines.flatMap((line): Way[] => {
    const from = box.get(line.from);
    const to = box.get(line.to);
    return from && to ? [{ line, from, to, band: bandOf(drawing, from) }] : [];
  });
  return ways.map((way) => laid(way, ways));
}

function laid({ line, from, to, band }: Way, ways: readonly Way[]): LaidLine {
  const lanes = [...new Set(ways.filter((way) => way.band === band).map((way) => laneOf(way.line)))];
  const y = band.y + band.height + MARGIN + (lanes.indexOf(laneOf(line)) + 0.5) * LANE;
  const leaving = byX(
    ways.filter((way) => way.from === from),
    'to',
  ).map((way) => way.line);
  const arriving = byX(
    ways.filter((way) => way.to === to),
    'from',
  ).map((way) => laneOf(way.line));
  const doors = [...new Set(arriving)].sort();
  const start = portOf(from, leaving.indexOf(line), leaving.length);
  const end = portOf(to, doors.indexOf(laneOf(line)), doors.length);
  const text = line.text.join(' ');
  const width = round(widthOf(text, EDGE_TEXT) + DATE);
  const height = EDGE_TEXT.line;
  const label = { x: round((start + end - width) / 2), y: round(y - height - 2), width, height };
  const points = [
    { x: start, y: from.y + from.height },
    { x: start, y },
    { x: end, y },
    { x: end, y: to.y },
  ];
  return {
    edges: line.edges.map(({ id }) => id),
    points: points.map((point) => ({ x: round(point.x), y: round(point.y) })),
    isMutual: line.isMutual,
    isQuiet: line.isQuiet,
    label: text === '' ? null : { ...label, lines: [text], isLane: true },
  };
}

function byX(ways: readonly Way[], side: 'from' | 'to'): Way[] {
  return [...ways].sort((one, other) => one[side].x - other[side].x);
}

function bandOf({ bands }: Drawing, { y }: LaidNode): LaidBand {
  const band = bands.findLast((one) => one.y <= y);
  if (!band) throw new Error('a box outside of every band');
  return band;
}

/** Evenly along a border. */
function portOf({ x, width }: LaidNode, index: number, of: number): number {
  return x + (width * (index + 1)) / (of + 1);
}
